import { describe, expect, it } from "vitest";
import { type Line, POPULATION, type Shop, simulateShop } from "../../demo/shop.js";

const shops = [1, 2, 3].map((seed) => ({ seed, shop: simulateShop({ seed }) }));
const OPENED = moment("2022-07-01 00:00:00");
const CLOSED = moment("2024-07-01 00:00:00");

/** Milliseconds; the days between two are exact, as the shop's clock knows no summer time. */
function moment(date: string): number {
  return Date.parse(`${date.replace(" ", "T")}Z`);
}

function shareOf<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / items.length;
}

const cents = ({ quantity, unitPrice }: Line): number => quantity * Math.round(unitPrice * 100);
const isPurchase = ({ quantity }: Line): boolean => quantity > 0;
const invoicesOf = (lines: readonly Line[]): Line[] => [
  ...new Map(lines.filter(isPurchase).map((line) => [line.orderId, line])).values(),
];

function spendOf({ lines }: Shop): Map<string, number> {
  const spend = new Map<string, number>();
  for (const line of lines) {
    if (line.customerId === null) continue;
    spend.set(line.customerId, (spend.get(line.customerId) ?? 0) + cents(line));
  }
  return spend;
}

describe("simulateShop", () => {
  it("gives the same shop for the same seed, and another for another", () => {
    expect(simulateShop({ seed: 1 })).toEqual(shops[0].shop);
    expect(shops[1].shop.lines).not.toEqual(shops[0].shop.lines);
    expect(shops[2].shop.customers).not.toEqual(shops[0].shop.customers);
  });

  it("keeps to the number of customers, the first day and the number of days it is given", () => {
    const { lines, customers } = simulateShop({ seed: 5, customers: 60, opens: "2020-02-20", days: 15 });
    expect(customers.length).toBe(60);
    expect(lines[0].date >= "2020-02-20 08:00:00").toBe(true);
    expect((lines.at(-1) as Line).date < "2020-03-06").toBe(true);
    expect(simulateShop({ seed: 5, customers: 0 })).toEqual({ lines: [], customers: [] });
  });
});

describe.each(shops)("the shop of seed $seed", ({ shop }) => {
  const { lines, customers } = shop;
  const invoices = invoicesOf(lines);

  it("has 25,000 to 40,000 lines in order of time, within its days and opening hours", () => {
    expect(lines.length).toBeGreaterThan(25_000);
    expect(lines.length).toBeLessThan(40_000);
    const dates = lines.map((line) => line.date);
    expect(dates.filter((date) => !/^\d{4}-\d\d-\d\d (0[89]|1\d):[0-5]\d:[0-5]\d$/.test(date))).toEqual([]);
    expect(dates).toEqual(dates.toSorted());
    expect(moment(dates[0])).toBeGreaterThanOrEqual(OPENED);
    expect(moment(dates[dates.length - 1])).toBeLessThan(CLOSED);
  });

  it("asks prices in whole cents, from 2 to 400, one a product", () => {
    expect(lines.every(({ unitPrice }) => Number(unitPrice.toFixed(2)) === unitPrice)).toBe(true);
    const prices = new Map(lines.map(({ product, unitPrice }) => [product, unitPrice]));
    expect(prices.size).toBe(60);
    expect(lines.every(({ product, unitPrice }) => prices.get(product) === unitPrice)).toBe(true);
    expect(Math.min(...prices.values())).toBe(2);
    expect(Math.max(...prices.values())).toBe(400);
  });

  it("has 2 to 4 % returns under credit notes of their own, most of them of a whole purchase line", () => {
    const returns = lines.filter((line) => line.quantity < 0);
    expect(returns.length / lines.length).toBeGreaterThan(0.02);
    expect(returns.length / lines.length).toBeLessThan(0.04);
    expect(returns.every((line) => line.orderId.startsWith("C"))).toBe(true);
    expect(lines.filter(isPurchase).some((line) => line.orderId.startsWith("C"))).toBe(false);
    const bought = new Map<string, Line[]>();
    for (const line of lines.filter(isPurchase)) {
      const key = `${line.customerId} ${line.product}`;
      bought.set(key, [...(bought.get(key) ?? []), line]);
    }
    const earlier = (line: Line) =>
      (bought.get(`${line.customerId} ${line.product}`) ?? []).filter(({ date }) => date < line.date);
    expect(returns.every((line) => earlier(line).some(({ quantity }) => quantity >= -line.quantity))).toBe(
      true,
    );
    const whole = shareOf(returns, (line) =>
      earlier(line).some(({ quantity }) => quantity === -line.quantity),
    );
    expect(whole).toBeGreaterThan(0.85);
    expect(whole).toBeLessThan(1);
  });

  it("has 1 to 5 % of its lines without a customer, whole orders at a time", () => {
    const missing = shareOf(lines, (line) => line.customerId === null);
    expect(missing).toBeGreaterThan(0.01);
    expect(missing).toBeLessThan(0.05);
    const owners = new Map(lines.map(({ orderId, customerId }) => [orderId, customerId]));
    expect(lines.every(({ orderId, customerId }) => owners.get(orderId) === customerId)).toBe(true);
  });

  it("has 0.1 to 0.6 % exact duplicates, each after its original", () => {
    const texts = lines.map((line) => JSON.stringify(line));
    const duplicates = texts.length - new Set(texts).size;
    expect(duplicates / texts.length).toBeGreaterThan(0.001);
    expect(duplicates / texts.length).toBeLessThan(0.006);
    expect(texts.filter((text, place) => text === texts[place - 1]).length).toBe(duplicates);
  });

  it("takes 74 to 80 % of revenue from the top fifth of its customers", () => {
    const spend = [...spendOf(shop).values()].sort((a, b) => b - a);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const top = sum(spend.slice(0, 400)) / sum(spend);
    expect(top).toBeGreaterThan(0.74);
    expect(top).toBeLessThan(0.8);
  });

  it("sells most to one country, and sees half to two thirds of its customers again", () => {
    expect(shareOf(customers, ({ country }) => country === "United Kingdom")).toBeGreaterThan(0.75);
    expect(new Set(customers.map(({ country }) => country)).size).toBe(7);
    const again = shareOf(customers, ({ orders }) => orders > 1);
    expect(again).toBeGreaterThan(0.5);
    expect(again).toBeLessThan(0.67);
  });

  it("has seasons: a December of more than twice August's orders, Sundays of less than half of Saturdays'", () => {
    const inMonth = (month: string) => invoices.filter(({ date }) => date.startsWith(month)).length;
    expect(inMonth("2023-12")).toBeGreaterThan(2 * inMonth("2023-08"));
    const onWeekday = (day: number) =>
      invoices.filter(({ date }) => new Date(moment(date)).getUTCDay() === day).length;
    expect(onWeekday(0)).toBeLessThan(0.5 * onWeekday(6));
    expect(onWeekday(0)).toBeGreaterThan(0);
  });

  it("sells a customer mostly the price level of their taste", () => {
    const tastes = new Map(customers.map(({ customerId, taste }) => [customerId, taste]));
    const owned = lines.filter(({ customerId }) => customerId !== null);
    const toTaste = shareOf(owned, ({ customerId, product }) => {
      return product[0] === "TOBS"[tastes.get(customerId as string) as number];
    });
    expect(toTaste).toBeGreaterThan(0.6);
    expect(toTaste).toBeLessThan(0.85);
  });

  it("tells of each customer the orders and the first of them, and none after dropping out", () => {
    for (const { customerId, orders, firstOrder, dropout } of customers) {
      const own = invoices.filter((line) => line.customerId === customerId);
      expect(own.length).toBe(orders);
      expect(own[0].date).toBe(firstOrder);
      if (dropout !== null) expect((own.at(-1) as Line).date <= dropout).toBe(true);
    }
  });

  it("has as many repeat orders as rates and lifetimes make one expect, within 6 %", () => {
    let expected = 0;
    for (const { rate, firstOrder, dropout } of customers) {
      const until = dropout === null ? CLOSED : moment(dropout);
      expected += (rate * (until - moment(firstOrder))) / 86_400_000;
    }
    const repeats = customers.reduce((sum, { orders }) => sum + orders - 1, 0);
    expect(Math.abs(repeats / expected - 1)).toBeLessThan(0.06);
  });

  it("has orders of the values that customers mean to spend, within 8 %", () => {
    const meant = customers.reduce((sum, { orders, orderValue }) => sum + orders * orderValue, 0);
    const bought = lines.filter((line) => line.customerId !== null && isPurchase(line));
    const spent = bought.reduce((sum, line) => sum + cents(line), 0) / 100;
    expect(Math.abs(spent / meant - 1)).toBeLessThan(0.08);
  });

  it("draws rates with the mean of their gamma distribution, and gateways halve the dropout rate", () => {
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const rates = mean(customers.map(({ rate }) => rate));
    // The standard error is 3.5 %: the coefficient of variation is 1 / √r, over √2000.
    expect(Math.abs(rates / (POPULATION.r / POPULATION.alpha) - 1)).toBeLessThan(0.12);
    const leaving = (gateway: boolean) =>
      mean(customers.filter((c) => c.cameByGateway === gateway).map((c) => c.dropoutRate));
    expect(leaving(true) / leaving(false)).toBeGreaterThan(0.38);
    expect(leaving(true) / leaving(false)).toBeLessThan(0.65);
  });
});
