import { RfmError } from "../core/error.js";
import { isPlain } from "../core/plain.js";

/** A text for some clusters, by their number. */
export type ByCluster = { readonly [cluster: number]: string };

/** The texts by cluster; one for a cluster that is not there is refused. */
export function readTexts(
  caller: string,
  path: string,
  texts: unknown,
  k: number,
): ReadonlyMap<number, string> {
  if (texts === undefined) return new Map();
  const refuse = (at: string, expected: string, received: unknown) => {
    return new RfmError({ caller, code: "invalidOption", path: at, expected, received });
  };
  if (!isPlain(texts)) throw refuse(path, "a text for each cluster to name, by its number", texts);
  const entries = Object.entries(texts).map(([key, text]): [number, string] => {
    const cluster = Number(key);
    const found = String(cluster) === key && Number.isInteger(cluster) && cluster >= 0 && cluster < k;
    if (!found) throw refuse(`${path}.${key}`, `a cluster from 0 to ${k - 1}`, key);
    if (typeof text !== "string" || text.trim() === "") throw refuse(`${path}.${key}`, "a text", text);
    return [cluster, text];
  });
  return new Map(entries);
}
