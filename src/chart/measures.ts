import type { ChartMeasure } from "../locale/chart-texts.js";
import type { Look } from "./options.js";

/** How a measure is written: as Vega formats it on an axis, as it formats a label, and in a sentence. */
export interface MeasureFormat {
  readonly axis: string;
  readonly label: string;
  readonly say: (value: number) => string;
}

const SHARES = ["share", "revenueShare"];
const MONEY = ["revenue", "monetary", "meanMonetary", "medianMonetary", "averageOrderValue"];

/** The format of a measure in the language and the currency. */
export function formatOf({ formats, money }: Look, measure: ChartMeasure): MeasureFormat {
  if (SHARES.includes(measure)) return { axis: ".0%", label: ".1%", say: formats.share };
  if (MONEY.includes(measure)) return { axis: money, label: money, say: formats.money };
  const say = (value: number) => formats.decimal(value);
  return { axis: ",.0f", label: measure.startsWith("me") ? ",.1~f" : ",.0f", say };
}
