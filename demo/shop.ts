import { fillBasket } from "./shop/basket.js";
import { type Moment, printMoment, startOf } from "./shop/calendar.js";
import { type Chance, openChance } from "./shop/chance.js";
import { creditNotes, type Document, type Line, printLines } from "./shop/documents.js";
import { drawBudget, meetPerson, type Person } from "./shop/person.js";
import { drawMoment, drawVisits } from "./shop/visits.js";

export type { Line } from "./shop/documents.js";
export { POPULATION } from "./shop/person.js";

export interface ShopOptions {
  readonly seed: number;
  /** Default: 2,000. Guests come on top of them. */
  readonly customers?: number;
  /** The day the shop opens. Default: `"2022-07-01"`. */
  readonly opens?: string;
  /** Default: 731, two years. */
  readonly days?: number;
}

/** What is true of a customer, and only a simulation knows. */
interface Truth {
  readonly customerId: string;
  readonly country: string;
  /** Orders a day while a customer, on average over a year. */
  readonly rate: number;
  /** Chance a day of dropping out. */
  readonly dropoutRate: number;
  /** What an order is meant to come to on average, in whole units of money. */
  readonly orderValue: number;
  /** The price level they like best, 0 to 3. */
  readonly taste: number;
  /** Whether the first order held a gateway product, which halves the dropout rate. */
  readonly cameByGateway: boolean;
  /** Orders, the first included. */
  readonly orders: number;
  readonly firstOrder: string;
  /** When they dropped out; `null` for a customer who has not. */
  readonly dropout: string | null;
}

/** What the till recorded, in order of time, and what was behind it, in order of the first orders. */
export interface Shop {
  readonly lines: Line[];
  readonly customers: Truth[];
}

/** Guests leave no customer id, and are as many as this part of the customers. */
const GUESTS = 0.15;

/**
 * Simulates a shop: customers arrive over its whole time, order at rates of their own and drop out unseen
 * (Pareto/NBD), and spend at levels of their own (gamma-gamma) on what is to their taste. Equal options give
 * equal shops.
 */
export function simulateShop(options: ShopOptions): Shop {
  const { seed, customers = 2_000, opens = "2022-07-01", days = 731 } = options;
  const chance = openChance(seed);
  const start = startOf(opens);
  const end = start + days;
  const arrivals = Array.from({ length: customers }, () => drawMoment(chance, start, end)).sort(ascending);
  const lives = arrivals.map((arrival, place) => live(chance, String(10_001 + place), arrival, end));
  const guests = Array.from({ length: Math.round(customers * GUESTS) }, () => {
    return order(chance, meetPerson(chance), null, drawMoment(chance, start, end));
  });
  const invoices = [...lives.flatMap((life) => life.invoices), ...guests];
  const credits = invoices.flatMap((invoice) => creditNotes(chance, invoice));
  const documents = [...invoices, ...credits.filter(({ moment }) => moment < end)];
  return { lines: printLines(chance, documents), customers: lives.map((life) => life.truth) };
}

/** A customer from the first order to the last before `end`. */
function live(
  chance: Chance,
  customerId: string,
  arrival: Moment,
  end: Moment,
): { invoices: Document[]; truth: Truth } {
  const person = meetPerson(chance);
  const first = order(chance, person, customerId, arrival);
  const cameByGateway = first.items.some(({ product }) => product.gateway);
  const dropoutRate = cameByGateway ? person.restlessness / 2 : person.restlessness;
  const dropout = arrival + chance.exponential(dropoutRate);
  const visits = drawVisits(chance, person.rate, arrival, Math.min(dropout, end));
  const invoices = [first, ...visits.map((moment) => order(chance, person, customerId, moment))];
  const truth: Truth = {
    customerId,
    country: person.country,
    rate: person.rate,
    dropoutRate,
    orderValue: person.budget / 100,
    taste: person.taste,
    cameByGateway,
    orders: invoices.length,
    firstOrder: printMoment(arrival),
    dropout: dropout < end ? printMoment(dropout) : null,
  };
  return { invoices, truth };
}

function order(chance: Chance, person: Person, customerId: string | null, moment: Moment): Document {
  const items = fillBasket(chance, person.taste, drawBudget(chance, person));
  return { moment, customerId, country: person.country, items };
}

function ascending(a: number, b: number): number {
  return a - b;
}
