import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fitBgNbd, fitGammaGamma, fitParetoNbd } from "rfm-kit/lifetime";
import { makeShop, readCdnow, type Shop } from "../data/histories.js";
import type { Flags } from "../flags.js";
import { grouped, type Pair, type Section, timesSection } from "../harness/section.js";
import { inTurns, type Task, timed } from "../harness/turns.js";
import { openLifetime, type PythonFit } from "../peers/lifetime.js";

const SCIPY = "scipy";
const ONCE = "scipy, like rows once";
const LIFETIMES = "lifetimes";
const CUSTOMERS = 1e6;

const FITS = { bgNbd: fitBgNbd, gammaGamma: fitGammaGamma, paretoNbd: fitParetoNbd };
type Model = keyof typeof FITS;
const MODELS = Object.keys(FITS) as Model[];
const WORK: Readonly<Record<Model, string>> = {
  bgNbd: "BG/NBD",
  gammaGamma: "Gamma-Gamma",
  paretoNbd: "Pareto/NBD",
};

/** Which ways of Python to run. */
type Plan = Readonly<Record<Model, readonly string[]>>;
/** What the time of lifetimes divided by ours should come to. */
const GOALS: Partial<Record<Model, number>> = { bgNbd: 5 };
/** Mean spends are seldom alike, so that Gamma-Gamma has no like rows. */
const ALL: Plan = {
  bgNbd: [SCIPY, ONCE, LIFETIMES],
  gammaGamma: [SCIPY, LIFETIMES],
  paretoNbd: [SCIPY, ONCE, LIFETIMES],
};
/** The others would take ten seconds to minutes a fit, by their times for fewer customers. */
const QUICK: Plan = { bgNbd: [SCIPY, ONCE], gammaGamma: [SCIPY], paretoNbd: [ONCE] };

/** The models of lifetime fitted to rows of objects, beside Python's from columns in memory. */
export async function* lifetime(flags: Flags): AsyncGenerator<Section> {
  yield await compare(readCdnow(), ALL, flags.rounds);
  yield await compare(makeShop(CUSTOMERS), QUICK, flags.rounds);
}

async function compare({ title, histories }: Shop, plan: Plan, rounds: number): Promise<Section> {
  const ours = Object.fromEntries(
    MODELS.map((model) => [WORK[model], timed(() => FITS[model](histories))] as const),
  );
  const folder = mkdtempSync(join(tmpdir(), "rfm-kit-lifetime-"));
  try {
    const file = join(folder, "histories.f64");
    writeFileSync(file, columnsOf(histories));
    const python = await openLifetime(file);
    const peers: Record<string, Task> = {};
    const pairs: Pair[] = [];
    for (const model of MODELS) {
      const work = WORK[model];
      const ways = plan[model].filter((way) => python?.ways.includes(way));
      for (const way of ways) {
        const peer = `${work}, ${way}`;
        const ask = () => python?.fit(model, way) as Promise<PythonFit>;
        checkFit(peer, FITS[model](histories), await ask());
        peers[peer] = async () => (await ask()).ms;
        pairs.push({ work, ours: work, peer, goal: way === LIFETIMES ? GOALS[model] : undefined });
      }
      if (ways.length === 0) pairs.push({ work, ours: work });
    }
    const times = await inTurns(rounds, { ...ours, ...peers });
    python?.close();
    const sizes = { customers: histories.length, versions: python?.versions };
    return timesSection(`lifetime: ${grouped(histories.length)} customers, ${title}`, sizes, times, pairs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Four numbers a customer; 0 where there is no spend. */
function columnsOf(histories: Shop["histories"]): Float64Array {
  const numbers = new Float64Array(4 * histories.length);
  for (const [i, { x, tX, T, meanSpend }] of histories.entries())
    numbers.set([x, tX, T, meanSpend ?? 0], 4 * i);
  return numbers;
}

/** Throws unless both sides found the same maximum: no time counts otherwise. A flat one has no parameters to compare. */
function checkFit(peer: string, ours: ReturnType<(typeof FITS)[Model]>, theirs: PythonFit): void {
  if (!theirs.converged) throw new Error(`${peer} has not come to rest`);
  if (!(Math.abs(ours.logLikelihood / theirs.logLikelihood - 1) < 1e-6))
    throw new Error(`${peer} finds ln L = ${theirs.logLikelihood} beside our ${ours.logLikelihood}`);
  if (!ours.identified) {
    console.log(`\n${peer}: parameters not compared, as ours says: ${ours.reason}`);
    return;
  }
  for (const [name, value] of Object.entries(ours.parameters)) {
    const other = theirs.parameters[name];
    if (!(Math.abs(other / value - 1) < 1e-3))
      throw new Error(`${peer}: ${name} is ${other} instead of ${value}`);
  }
}
