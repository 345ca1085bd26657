import type { RfmCustomer } from "rfm-kit";

/** The figures of all customers, a column each. Not every peer counts tenure. */
export interface Answer {
  readonly customerId: ArrayLike<string | number>;
  readonly recency: ArrayLike<number>;
  readonly frequency: ArrayLike<number>;
  readonly monetary: ArrayLike<number>;
  readonly tenure?: ArrayLike<number>;
}

/** Sums of doubles in another order differ in their last digits. */
const TOLERANCE = 1e-9;

export function fromRows(rows: readonly RfmCustomer<string | number>[]): Required<Answer> {
  return {
    customerId: rows.map((row) => row.customerId),
    recency: Float64Array.from(rows, (row) => row.recency),
    frequency: Float64Array.from(rows, (row) => row.frequency),
    monetary: Float64Array.from(rows, (row) => row.monetary),
    tenure: Float64Array.from(rows, (row) => row.tenure),
  };
}

/** Throws where a peer's answer differs from ours for any customer: no time counts then. */
export function checkAnswer(peer: string, ours: Answer, theirs: Answer): void {
  const count = ours.customerId.length;
  if (theirs.customerId.length !== count)
    throw new Error(`${peer} finds ${theirs.customerId.length} customers instead of ${count}`);
  const placeOf = new Map(Array.from(theirs.customerId, (id, place) => [id, place]));
  for (let i = 0; i < count; i++) {
    const id = ours.customerId[i];
    const place = placeOf.get(id);
    if (place === undefined) throw new Error(`${peer} misses customer ${id}`);
    for (const figure of ["recency", "frequency", "tenure"] as const) {
      const [mine, other] = [ours[figure]?.[i], theirs[figure]?.[place]];
      if (theirs[figure] !== undefined && mine !== other)
        throw new Error(differ(peer, figure, id, mine, other));
    }
    const [mine, other] = [ours.monetary[i], theirs.monetary[place]];
    if (!isClose(mine, other)) throw new Error(differ(peer, "monetary", id, mine, other));
  }
}

export function checkNumber(peer: string, what: string, ours: number, theirs: number): void {
  if (!isClose(ours, theirs)) throw new Error(`${peer}: ${what} is ${theirs} instead of ${ours}`);
}

const isClose = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

function differ(peer: string, figure: string, id: unknown, ours: unknown, theirs: unknown): string {
  return `${peer}: ${figure} of customer ${id} is ${theirs} instead of ${ours}`;
}
