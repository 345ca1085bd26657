import type { AttributeTotal, LogReport } from "../transactions/log-types.js";
import { type Block, type Cell, name, table } from "./blocks.js";
import { around, columnsOf, firstOf, shownBy, told, UNKNOWN, type Voice } from "./voice.js";

/** What came in, what was left out and why, and what the report stands on. */
export function cleaning(voice: Voice, log: LogReport): Block[] {
  const { report } = voice.locale;
  return [
    ...told(voice.narrative.base),
    ...rowsTable(voice, log),
    ...table(report.captions.kept, keptRows(voice, log), [
      columnsOf(report).text("measure", (row) => row.label),
      columnsOf(report).figure("value", (row) => row.value),
    ]),
    ...voice.attributes
      .filter((attribute) => Object.hasOwn(log.attributes, attribute))
      .flatMap((attribute) =>
        firstOf(voice, log.attributes[attribute].totals, (rows) =>
          attributeTable(voice, attribute, rows, log),
        ),
      ),
  ];
}

interface RowsOf {
  readonly label: Cell;
  readonly rows: number;
  readonly amount: number | null;
}

function rowsTable(voice: Voice, log: LogReport): Block[] {
  const { heads, dropped, droppedBy, captions } = voice.locale.report;
  const { text, figure } = columnsOf(voice.locale.report);
  const { count, share, money } = shownBy(voice);
  const reasons = Object.entries(log.dropped).map(([reason, rows]): RowsOf => {
    const label = Object.hasOwn(dropped, reason)
      ? [dropped[reason as keyof typeof dropped]]
      : around(droppedBy, name(reason));
    return { label, rows, amount: log.droppedAmounts[reason] ?? null };
  });
  const all: RowsOf[] = [
    { label: heads.rowsRead, rows: log.rowsRead, amount: null },
    ...reasons,
    { label: heads.rowsKept, rows: log.rowsKept, amount: log.amount },
  ];
  return [
    ...table(captions.rows, all, [
      text("reason", ({ label }) => label),
      figure("rows", ({ rows }) => count(rows)),
      figure("share", ({ rows }) => (log.rowsRead === 0 ? UNKNOWN : share(rows / log.rowsRead))),
      figure("amount", ({ amount }) => money(amount)),
    ]),
  ];
}

function keptRows({ locale, formats }: Voice, log: LogReport) {
  const { heads } = locale.report;
  const { count, money, range } = shownBy({ locale, formats });
  const day = (value: string | null) => (value === null ? UNKNOWN : formats.day(value));
  const rows: readonly (readonly [string, string | null])[] = [
    [heads.period, range(day(log.firstDay), day(log.lastDay))],
    [heads.revenue, money(log.amount)],
    [heads.customers, count(log.customers)],
    [heads.customersWithoutPurchase, count(log.customersWithoutPurchase)],
    [heads.orders, count(log.orders)],
    [heads.rowsWithoutOrder, log.rowsWithoutOrder === null ? null : count(log.rowsWithoutOrder)],
    [heads.products, log.products === null ? null : count(log.products)],
    [heads.returnRows, count(log.returns.rows)],
    [heads.returnAmount, money(log.returns.amount)],
    [heads.returnsMatched, log.returns.matched === null ? null : count(log.returns.matched)],
    [heads.duplicates, log.duplicates === null ? null : count(log.duplicates)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function attributeTable(
  { locale, formats }: Voice,
  attribute: string,
  totals: readonly AttributeTotal[],
  log: LogReport,
): readonly Block[] {
  const { text, figure } = columnsOf(locale.report);
  const { count, share, money } = shownBy({ locale, formats });
  return table(around(locale.report.attributeCaption, name(attribute)), totals, [
    text("valueOf", ({ value }) => (value === null ? UNKNOWN : name(value))),
    figure("rows", ({ rows }) => count(rows)),
    figure("amount", ({ amount }) => money(amount)),
    figure("revenueShare", ({ amount }) => share(log.amount > 0 ? amount / log.amount : null)),
  ]);
}
