import type { Item } from "./basket.js";
import { type Moment, printMoment } from "./calendar.js";
import type { Chance } from "./chance.js";

/** An invoice or a credit note, before it has a number. */
export interface Document {
  readonly moment: Moment;
  readonly customerId: string | null;
  readonly country: string;
  readonly items: readonly Item[];
}

/** A line of an export of the shop's till. A credit note's lines have negative quantities. */
export interface Line {
  readonly orderId: string;
  readonly product: string;
  readonly description: string;
  readonly quantity: number;
  /** `YYYY-MM-DD hh:mm:ss` on the shop's wall clock. */
  readonly date: string;
  readonly unitPrice: number;
  /** `null` for a guest. */
  readonly customerId: string | null;
  readonly country: string;
}

const RETURNED = 0.03;
const PARTLY = 0.15;
const MEAN_DAYS_KEPT = 12;

/** The credit notes for an invoice, one for each item that comes back: whole, or now and then a part of it. */
export function creditNotes(chance: Chance, invoice: Document): Document[] {
  return invoice.items
    .filter(() => chance.happens(RETURNED))
    .map(({ product, quantity }) => {
      const part = quantity > 1 && chance.happens(PARTLY) ? Math.ceil(quantity / 3) : quantity;
      const moment = invoice.moment + 1 + chance.exponential(1 / MEAN_DAYS_KEPT);
      return { ...invoice, moment, items: [{ product, quantity: -part }] };
    });
}

const REPEATED = 0.003;

/** The documents in order of time, numbered, line by line; the till exports some lines twice. */
export function printLines(chance: Chance, documents: readonly Document[]): Line[] {
  return documents
    .toSorted((a, b) => a.moment - b.moment)
    .flatMap((document, place) => documentLines(document, 100_001 + place))
    .flatMap((line) => (chance.happens(REPEATED) ? [line, { ...line }] : [line]));
}

function documentLines({ moment, customerId, country, items }: Document, number: number): Line[] {
  const date = printMoment(moment);
  return items.map(({ product, quantity }) => ({
    orderId: quantity < 0 ? `C${number}` : String(number),
    product: product.code,
    description: product.name,
    quantity,
    date,
    unitPrice: product.cents / 100,
    customerId,
    country,
  }));
}
