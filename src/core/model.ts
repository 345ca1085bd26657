import { RfmError } from "./error.js";
import { mendingOf } from "./mending.js";

/** What every model carries, so that it can be told apart after a journey through JSON. */
export interface ModelHead {
  readonly kind: string;
  readonly version: number;
}

/** Refuses what is not a model of this kind and version. */
export function checkModel(caller: string, path: string, model: unknown, head: ModelHead): void {
  const found = typeof model === "object" && model !== null ? (model as Partial<ModelHead>) : {};
  if (found.kind !== head.kind) {
    const refusal = { caller, code: "modelKind", expected: `a model of kind "${head.kind}"` } as const;
    const hint = mendingOf(model);
    if (hint !== undefined) throw new RfmError({ ...refusal, path, received: model, hint });
    throw new RfmError({ ...refusal, path: `${path}.kind`, received: found.kind });
  }
  if (found.version !== head.version) {
    throw new RfmError({
      caller,
      code: "modelVersion",
      path: `${path}.version`,
      expected: `version ${head.version}`,
      received: found.version,
      hint: "fit or define it again with this version of rfm-kit",
    });
  }
}

/** Freezes a plain value all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
