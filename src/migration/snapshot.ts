import { BigMap } from "../core/big-map.js";
import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { expectedNumber, isUsable } from "../core/number.js";
import { unknownName } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import type { RfmColumns } from "../rfm/columns.js";
import { isIdentifier, isMissing } from "../transactions/fields.js";
import type { Identifier } from "../transactions/input-types.js";

/** The customers of one day, and where each of them stands. */
export interface Snapshot extends RfmColumns {
  readonly ids: readonly Identifier[];
  readonly places: BigMap<Identifier, number>;
}

const FIGURES = ["recency", "frequency", "monetary"] as const;

/** Reads the customers of one day; refuses one that comes twice. O(n). */
export function readSnapshot(caller: string, side: "before" | "after", rows: unknown): Snapshot {
  if (!Array.isArray(rows)) {
    const columns = isPlain(rows) && Array.isArray(rows.customerId);
    const hint = columns
      ? 'these are columns: pass the rows that computeRfm gives without output: "columns"'
      : mendingOf(rows);
    const refusal = { caller, code: "invalidInput", path: side, received: rows, hint } as const;
    throw new RfmError({ ...refusal, expected: "an array of customers, as computeRfm gives them" });
  }
  const [recency, frequency, monetary] = FIGURES.map(() => new Float64Array(rows.length));
  const columns = { recency, frequency, monetary };
  const ids: Identifier[] = [];
  const places = new BigMap<Identifier, number>();
  for (let row = 0; row < rows.length; row++) {
    const customer = readRow(caller, side, rows[row], row);
    const id = readId(caller, `${side}.customerId`, customer.customerId, row, places);
    ids.push(id);
    places.add(id, row);
    for (const figure of FIGURES) columns[figure][row] = readFigure(caller, side, customer, figure, row);
  }
  return { ...columns, ids, places };
}

type Row = Readonly<Record<string, unknown>>;

function readRow(caller: string, side: string, received: unknown, row: number): Row {
  if (typeof received === "object" && received !== null) return received as Row;
  const refusal = { caller, code: "invalidInput", path: side, row } as const;
  throw new RfmError({ ...refusal, expected: "a customer", received });
}

function readId(
  caller: string,
  path: string,
  received: unknown,
  row: number,
  places: BigMap<Identifier, number>,
): Identifier {
  if (!isIdentifier(received)) {
    const code = isMissing(received) ? "missingCustomer" : "invalidCustomer";
    const expected = "a non-empty string, a number or a bigint";
    throw new RfmError({ caller, code, path, row, expected, received });
  }
  const earlier = places.get(received);
  if (earlier === undefined) return received;
  const expected = `a customer that has no row yet, but row ${earlier} is theirs`;
  throw new RfmError({ caller, code: "invalidCustomer", path, row, expected, received });
}

function readFigure(
  caller: string,
  side: string,
  customer: Row,
  figure: (typeof FIGURES)[number],
  row: number,
): number {
  const received = customer[figure];
  if (isUsable(received)) return received;
  const path = `${side}.${figure}`;
  if (!(figure in customer)) {
    throw unknownName(caller, "unknownColumn", figure, Object.keys(customer), "a column", path, row);
  }
  const expected = expectedNumber(received);
  throw new RfmError({ caller, code: "invalidValue", path, row, expected, received });
}
