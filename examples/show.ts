import { mkdirSync, writeFileSync } from "node:fs";
import type { ChartSpec } from "rfm-kit/chart";
import { drawSvg } from "../demo/draw.js";

interface Jupyter {
  readonly display: (
    output: Readonly<Record<string, string>>,
    options: { readonly raw: true },
  ) => Promise<void>;
}

/** Shows a chart below its cell, or writes it into a file where there is no notebook. */
export async function show(spec: ChartSpec): Promise<void> {
  const svg = await drawSvg(spec);
  const { Deno } = globalThis as { readonly Deno?: { readonly jupyter?: Jupyter } };
  // Outside of a notebook Deno throws when it is asked for its jupyter.
  if (Deno !== undefined && isNotebook(Deno))
    return Deno.jupyter?.display({ "image/svg+xml": svg }, { raw: true });
  charts++;
  const file = inOutput(`chart-${String(charts).padStart(2, "0")}.svg`);
  writeFileSync(file, svg);
  console.log(`${spec.description}\n→ ${file}`);
}

let charts = 0;

/** The path of a file in the folder of what the notebook writes. */
export function inOutput(name: string): string {
  mkdirSync("notebook-output", { recursive: true });
  return `notebook-output/${name}`;
}

function isNotebook(deno: { readonly jupyter?: Jupyter }): boolean {
  try {
    return deno.jupyter !== undefined;
  } catch {
    return false;
  }
}
