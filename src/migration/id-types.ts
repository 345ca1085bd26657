import { RfmError } from "../core/error.js";
import type { Identifier } from "../transactions/input-types.js";
import type { Snapshot } from "./snapshot.js";

/** Refuses days whose ids are all of one type before and all of another after: then nobody could be found again. O(n). */
export function checkIdTypes(caller: string, before: Snapshot, after: Snapshot): void {
  const [wanted, found] = [onlyType(before.ids), onlyType(after.ids)];
  if (wanted === undefined || found === undefined || wanted === found) return;
  throw new RfmError({
    caller,
    code: "invalidCustomer",
    path: "after.customerId",
    expected: `ids of the type of those before, which are ${wanted}s`,
    received: after.ids[0],
    hint: `all of these are ${found}s, so everybody would have left and everybody entered: write the ids of both days alike`,
  });
}

/** The type that all ids have; `undefined` where there are several, or no ids. */
function onlyType(ids: readonly Identifier[]): string | undefined {
  if (ids.length === 0) return undefined;
  const type = typeof ids[0];
  return ids.every((id) => typeof id === type) ? type : undefined;
}
