import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { checkModel } from "../core/model.js";
import { isPlain } from "../core/plain.js";
import { cholesky } from "./cholesky.js";

/** What every fitted model says, as frozen JSON. */
interface FittedModel<Kind extends string, Name extends string> {
  readonly kind: Kind;
  readonly version: 1;
  readonly parameters: Readonly<Record<Name, number>>;
  /** By the delta method from `covariance`; `null` where there is none. */
  readonly standardErrors: Readonly<Record<Name, number>> | null;
  /**
   * Of the logarithms of the parameters, in the order of `parameters`: the inverse of the matrix of second derivatives
   * of −ln L; `null` where the likelihood does not fall in every direction.
   */
  readonly covariance: readonly (readonly number[])[] | null;
  /** ln L of all customers, at its highest. */
  readonly logLikelihood: number;
  /** Customers it was fitted to. */
  readonly customers: number;
  /** Whether the data say what the parameters are. Where they do not, `reason` says why. */
  readonly identified: boolean;
  readonly reason: string | null;
}

interface PurchaseModelHead {
  /** The days of the unit in which `parameters` and `logLikelihood` are given. */
  readonly daysPerUnit: number;
  /** ln L of the best model in which nobody ever leaves. */
  readonly noDropoutLogLikelihood: number;
}

/**
 * A BG/NBD model: purchases come at a rate λ, gamma distributed over the customers with shape r and rate alpha (a time);
 * after each, the customer leaves with a probability p, beta distributed with a and b.
 */
export interface BgNbdModel extends FittedModel<"bgNbdModel", "r" | "alpha" | "a" | "b">, PurchaseModelHead {}

/**
 * A Pareto/NBD model: purchases come at a rate λ, gamma distributed over the customers with shape r and rate alpha (a
 * time); customers leave at a rate μ, gamma distributed with shape s and rate beta (a time).
 */
export interface ParetoNbdModel
  extends FittedModel<"paretoNbdModel", "r" | "alpha" | "s" | "beta">,
    PurchaseModelHead {}

/** A model of when customers buy. */
export type PurchaseModel = BgNbdModel | ParetoNbdModel;

/**
 * A Gamma-Gamma model: the spend of a purchase is gamma distributed with shape p and a rate ν of the customer's own,
 * which is gamma distributed over the customers with shape q and rate v (a sum of money).
 */
export interface GammaGammaModel extends FittedModel<"gammaGammaModel", "p" | "q" | "v"> {}

export const BG_NBD = ["r", "alpha", "a", "b"] as const;
export const PARETO_NBD = ["r", "alpha", "s", "beta"] as const;
export const GAMMA_GAMMA = ["p", "q", "v"] as const;

const PURCHASE_PARAMETERS = { bgNbdModel: BG_NBD, paretoNbdModel: PARETO_NBD };

/** The names of a model's parameters. */
export function namesOf(model: PurchaseModel): readonly string[] {
  return PURCHASE_PARAMETERS[model.kind];
}

/** Refuses what is not a model of purchases of this version, or has been damaged since. */
export function checkPurchaseModel(caller: string, path: string, model: PurchaseModel): void {
  const received: unknown = typeof model === "object" && model !== null ? model.kind : undefined;
  const kind = received === "paretoNbdModel" ? "paretoNbdModel" : "bgNbdModel";
  if (received !== kind) {
    const refusal = { caller, code: "modelKind", path: `${path}.kind`, received } as const;
    const expected = 'a model of kind "bgNbdModel" or "paretoNbdModel"';
    const hint =
      isPlain(model) && "purchases" in model ? "pass the purchases of these models" : mendingOf(model);
    throw new RfmError({ ...refusal, expected, hint });
  }
  checkModel(caller, path, model, { kind, version: 1 });
  checkNumbers(caller, path, model, PURCHASE_PARAMETERS[kind]);
  const { daysPerUnit } = model;
  if (Number.isFinite(daysPerUnit) && daysPerUnit > 0) return;
  refuse(caller, `${path}.daysPerUnit`, "a number of days above 0", daysPerUnit);
}

/** The same for a model of spend. */
export function checkSpendModel(caller: string, path: string, model: GammaGammaModel): void {
  checkModel(caller, path, model, { kind: "gammaGammaModel", version: 1 });
  checkNumbers(caller, path, model, GAMMA_GAMMA);
}

function checkNumbers(
  caller: string,
  path: string,
  model: PurchaseModel | GammaGammaModel,
  names: readonly string[],
): void {
  const parameters: Partial<Record<string, number>> = model.parameters ?? {};
  for (const name of names) {
    const value = parameters[name];
    if (typeof value === "number" && Number.isFinite(value) && value > 0) continue;
    refuse(caller, `${path}.parameters.${name}`, "a number above 0", value);
  }
  const { covariance, identified } = model;
  if (typeof identified !== "boolean") refuse(caller, `${path}.identified`, "true or false", identified);
  if (covariance === null && !identified) return;
  if (isCovariance(covariance, names.length)) return;
  const expected = `a symmetric, positive definite matrix of ${names.length} rows`;
  refuse(caller, `${path}.covariance`, expected, covariance);
}

function isCovariance(covariance: unknown, size: number): boolean {
  const isRow = (row: unknown) => Array.isArray(row) && row.length === size && row.every(Number.isFinite);
  if (!Array.isArray(covariance) || covariance.length !== size || !covariance.every(isRow)) return false;
  const flat = Float64Array.from(covariance.flat());
  const isSymmetric = flat.every((value, i) => value === flat[(i % size) * size + Math.floor(i / size)]);
  return isSymmetric && cholesky(flat, size) !== undefined;
}

function refuse(caller: string, path: string, expected: string, received: unknown): never {
  throw new RfmError({ caller, code: "invalidModel", path, expected, received });
}
