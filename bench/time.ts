import { median } from "simple-statistics";

/** Median milliseconds of each task, run in turns so that a slow moment of the machine meets them all. */
export function medianTimes(
  rounds: number,
  tasks: Readonly<Record<string, () => unknown>>,
): Record<string, number> {
  const names = Object.keys(tasks);
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  for (const name of names) tasks[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      tasks[name]();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(Array.from(times, ([name, list]) => [name, median(list)]));
}
