const count = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const money = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const tenth = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What stands for a figure that there is none of. */
const NONE = "–";

type Figure = number | null;

/** `1,133` */
export function formatCount(value: Figure): string {
  return value === null ? NONE : count.format(value);
}

/** `17.5`, and `17` */
export function formatDecimal(value: Figure): string {
  return value === null ? NONE : decimal.format(value);
}

/** `8,911,407.90` */
export function formatMoney(value: Figure): string {
  return value === null ? NONE : money.format(value);
}

/** `0.746` → `74.6 %` */
export function formatShare(share: number): string {
  return `${tenth.format(share * 100)} %`;
}
