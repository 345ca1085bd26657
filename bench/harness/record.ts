import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import project from "../../package.json";
import { SEED } from "../data/shop.js";
import type { Flags } from "../flags.js";
import type { Section } from "./section.js";

const folder = new URL("../results/", import.meta.url);
const PEERS = ["@duckdb/node-api", "d3-array", "arquero"] as const;

/** Keeps every figure of a run, and where it ran. */
export function writeRecord(flags: Flags, sections: readonly Section[]): string {
  const record = { date: new Date().toISOString(), machine: machine(), versions: versions(), seed: SEED };
  const text = JSON.stringify(
    { ...record, flags, sections: sections.map((section) => section.record) },
    null,
    2,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("latest.json", folder), `${text}\n`);
  return "bench/results/latest.json";
}

export function machine() {
  const cores = cpus();
  return {
    cpu: cores[0]?.model,
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

function versions(): Record<string, string> {
  const pinned: Readonly<Record<string, string>> = project.devDependencies;
  return {
    [project.name]: project.version,
    ...Object.fromEntries(PEERS.map((name) => [name, pinned[name]])),
  };
}
