import type { RequestTexts } from "../locale/request-texts.js";
import { type Inputs, NO_INPUTS } from "./answer.js";

/** Why a request is refused, to be said in the language of whoever asks. */
export class RequestFault extends Error {
  readonly status: number;
  readonly say: (texts: RequestTexts) => string;
  /** The values that could be read. */
  readonly inputs: Inputs;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    say: (texts: RequestTexts) => string,
    { inputs = NO_INPUTS, headers = {} }: { inputs?: Inputs; headers?: Record<string, string> } = {},
  ) {
    super();
    this.status = status;
    this.say = say;
    this.inputs = inputs;
    this.headers = headers;
  }
}
