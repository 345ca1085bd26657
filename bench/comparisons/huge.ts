import { sum } from "d3-array";
import { computeRfm, rfmAccumulator } from "rfm-kit";
import { asColumns, asIds } from "../data/forms.js";
import { AS_OF, makeBatches, makeLines, type Shop, shopOf } from "../data/shop.js";
import type { Flags } from "../flags.js";
import { checkAnswer, checkNumber } from "../harness/answer.js";
import { bytesInUse } from "../harness/garbage.js";
import { grouped, type Section } from "../harness/section.js";
import { inTurns, medianOf, type Times } from "../harness/turns.js";

const BATCH = 1e6;
/** The time a line of the hundred million may take that many times the time of the ten million. */
const GOAL = 1.5;
const MEGABYTE = 1e6;

const small = shopOf(1e7);
const SHOPS = { "1e7": small, "1e8": { lines: 1e8, customers: small.customers } } as const;
type Name = keyof typeof SHOPS;

/** A hundred million lines streamed in batches, beside ten million of the same customers. */
export async function* huge(flags: Flags): AsyncGenerator<Section> {
  if (!flags.huge) {
    console.log("\nhuge: skipped without --huge");
    return;
  }
  checkStream();
  const memory = { "1e7": weigh(SHOPS["1e7"]), "1e8": weigh(SHOPS["1e8"]) };
  const times = await inTurns(flags.rounds, {
    "1e7": () => stream(SHOPS["1e7"]).ms,
    "1e8": () => stream(SHOPS["1e8"]).ms,
  });
  yield section(times, memory);
}

/** Batches that share their memory give what all lines at once give. */
function checkStream(): void {
  const whole = computeRfm(asColumns(makeLines(small)), { output: "columns", asOf: AS_OF });
  checkAnswer("rfmAccumulator", whole, stream(small).answer);
}

interface Memory {
  /** Beyond what was in use before the first. */
  readonly added: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly arrayBuffers: number;
}

interface Line {
  readonly customerId: number;
  readonly orderId: number;
  readonly date: number;
  readonly amount: number;
}

/** Adds every batch; making the batches is outside of the time. */
function addAll(shop: Shop) {
  const accumulator = rfmAccumulator<Line, "columns">({ output: "columns" });
  let [ms, orders] = [0, 0];
  for (const batch of makeBatches(shop, BATCH)) {
    const input = asIds(batch);
    const start = performance.now();
    accumulator.add(input);
    ms += performance.now() - start;
    orders = 1 + batch.order[batch.order.length - 1];
  }
  return { accumulator, ms, orders };
}

/** Adds every batch and takes the result. */
function stream(shop: Shop) {
  const { accumulator, ms, orders } = addAll(shop);
  const start = performance.now();
  const answer = accumulator.result(AS_OF);
  const total = ms + performance.now() - start;
  checkNumber("rfmAccumulator", "the number of orders", orders, sum(answer.frequency));
  return { ms: total, answer };
}

/** What is in use when every batch is added. */
function weigh(shop: Shop): Memory {
  const before = bytesInUse();
  const { accumulator } = addAll(shop);
  const added = bytesInUse() - before;
  checkNumber("rfmAccumulator", "the number of lines", shop.lines, accumulator.rows.read);
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { added, rss, heapUsed, arrayBuffers };
}

function section(times: Times, memory: Readonly<Record<Name, Memory>>): Section {
  const names = Object.keys(SHOPS) as Name[];
  const nanoseconds = (name: Name) => (1e6 * medianOf(times, name)) / SHOPS[name].lines;
  const ratio = nanoseconds("1e8") / nanoseconds("1e7");
  return {
    title: `huge: batches of ${grouped(BATCH)} lines of ${grouped(small.customers)} customers through rfmAccumulator`,
    table: names.map((name) => ({
      lines: grouped(SHOPS[name].lines),
      ms: Math.round(medianOf(times, name)),
      "ns a line": nanoseconds(name).toFixed(1),
      "of 1e7's": (nanoseconds(name) / nanoseconds("1e7")).toFixed(2),
      "goal, at most": name === "1e8" ? GOAL : "–",
      "added, MB": Math.round(memory[name].added / MEGABYTE),
      "rss, MB": Math.round(memory[name].rss / MEGABYTE),
      "heapUsed, MB": Math.round(memory[name].heapUsed / MEGABYTE),
      "arrayBuffers, MB": Math.round(memory[name].arrayBuffers / MEGABYTE),
    })),
    record: { title: "huge", batch: BATCH, shops: SHOPS, ratio, goal: GOAL, memory, times },
  };
}
