import { median } from "simple-statistics";
import { sweep } from "./garbage.js";

/** One turn of some work, in milliseconds. */
export type Task = () => number | Promise<number>;
export type Tasks = Readonly<Record<string, Task>>;

/** The times of each task, in the order of the rounds. */
export type Times = Readonly<Record<string, readonly number[]>>;

export const timed =
  (work: () => unknown): Task =>
  async () => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };

/** Optimizing compilers take some calls; one round is enough for tasks that last. */
const WARM_UP_MS = 1000;

/** Runs the tasks in turns, so that a slow moment of the machine meets them all, when they are warm. */
export async function inTurns(rounds: number, tasks: Tasks): Promise<Times> {
  const warm = performance.now() + WARM_UP_MS;
  do await runRound(tasks);
  while (performance.now() < warm);

  const found: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round++) found.push(await runRound(tasks));
  return Object.fromEntries(Object.keys(tasks).map((name) => [name, found.map((times) => times[name])]));
}

async function runRound(tasks: Tasks): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const [name, task] of Object.entries(tasks)) {
    sweep();
    times[name] = await task();
  }
  return times;
}

export const medianOf = (times: Times, name: string): number => median([...times[name]]);

/** Which of some tasks has the least median. */
export function fastest(times: Times, names: readonly string[]): string {
  return names.reduce((best, name) => (medianOf(times, name) < medianOf(times, best) ? name : best));
}
