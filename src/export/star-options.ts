import { RfmError } from "../core/error.js";
import { checkModel } from "../core/model.js";
import { checkChoice, checkOptions } from "../core/options.js";
import type { SegmentScheme } from "../segment/scheme.js";
import { attributeOf } from "../transactions/attribute-of.js";
import type { AttributeValue } from "../transactions/input-types.js";
import type { Coded, TransactionLog } from "../transactions/log-types.js";

/** How `starSchema` makes its tables. */
export interface StarOptions<
  Name extends string = string,
  A extends string = never,
  None extends string = "(none)",
> {
  /** Lists every segment of the scheme, in its order. Default: the segments that occur, by falling revenue. */
  readonly scheme?: SegmentScheme<Name> | undefined;
  /** Attributes of the log that become columns of the sales. Default: none. */
  readonly attributes?: readonly A[] | undefined;
  /** The attribute of the log that names products. Default: products have no name. */
  readonly nameFrom?: string | undefined;
  /** Days from the first sale to the last, or all of the calendar years they lie in. Default: `"sales"`. */
  readonly dates?: "sales" | "years" | undefined;
  /** What the rows with key 0 are called. Default: `"(none)"`. */
  readonly none?: None | undefined;
}

/** Options that have been read. */
export interface StarSettings {
  readonly scheme: SegmentScheme | undefined;
  readonly attributes: readonly { readonly name: string; readonly column: Coded<AttributeValue> }[];
  readonly names: Coded<AttributeValue> | undefined;
  readonly dates: "sales" | "years";
  readonly none: string;
}

const OPTIONS = ["scheme", "attributes", "nameFrom", "dates", "none"];

/** What a sale has anyway. */
const COLUMNS = [
  "sale",
  "customerKey",
  "productKey",
  "dateKey",
  "segmentKey",
  "orderId",
  "quantity",
  "amount",
  "isReturn",
  "__proto__",
];

/** Checks the options; attributes are looked up in the log. */
export function readStarOptions(
  caller: string,
  log: TransactionLog<unknown>,
  options: StarOptions<string, string, string>,
): StarSettings {
  checkOptions(caller, options, OPTIONS);
  const { scheme, attributes = [], nameFrom, dates = "sales", none = "(none)" } = options;
  if (scheme !== undefined) checkModel(caller, "scheme", scheme, { kind: "segmentScheme", version: 1 });
  if (typeof none !== "string" || none === "") {
    const refusal = { caller, code: "invalidOption", path: "none", received: none } as const;
    throw new RfmError({ ...refusal, expected: "a name" });
  }
  return {
    scheme,
    attributes: readAttributes(caller, log, attributes),
    names: nameFrom === undefined ? undefined : attributeOf(caller, log, "nameFrom", nameFrom),
    dates: checkChoice(caller, "dates", dates, ["sales", "years"]),
    none,
  };
}

function readAttributes(caller: string, log: TransactionLog<unknown>, names: unknown) {
  if (!Array.isArray(names)) {
    const expected = "an array of names of attributes";
    throw new RfmError({ caller, code: "invalidOption", path: "attributes", expected, received: names });
  }
  return names.map((name: unknown, i) => {
    const path = `attributes[${i}]`;
    const column = attributeOf(caller, log, path, name);
    const taken = COLUMNS.includes(name as string) || names.indexOf(name) < i;
    if (!taken) return { name: name as string, column };
    const expected = "a name that no column of the sales has yet";
    const hint = "call it otherwise in transactionLog";
    throw new RfmError({ caller, code: "invalidOption", path, expected, received: name, hint });
  });
}
