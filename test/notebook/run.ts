/**
 * Runs the notebook, as a notebook of Deno's kernel and as a program of tsx, on the built package: npm run test:notebook. With
 * `--write` the notebook that ran becomes examples/notebook.ipynb. Where nbclient or Deno is missing it says so, and fails
 * where RFM_KIT_NOTEBOOK is "required".
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cellsOf, notebookOf } from "./cells.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXAMPLES = join(ROOT, "examples");
const NOTEBOOK = join(EXAMPLES, "notebook.ipynb");
const cells = cellsOf(readFileSync(join(EXAMPLES, "notebook.ts"), "utf8"));

const runs = (command: string, args: readonly string[]) => spawnSync(command, args).status === 0;
const python = ["/usr/bin/python3", "python3"].find((name) =>
  runs(name, ["-c", "import nbclient, nbformat"]),
);
const deno = join(ROOT, "node_modules/.bin/deno");
const lack =
  python === undefined
    ? "no Python has nbclient"
    : runs(deno, ["--version"])
      ? undefined
      : "Deno does not run";

interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
interface NotebookCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly Output[];
}
const readNotebook = (file: string): readonly NotebookCell[] => JSON.parse(readFileSync(file, "utf8")).cells;
const sourceOf = ({ source }: NotebookCell) => (typeof source === "string" ? source : source.join(""));

/** Runs the cells in Deno's kernel, among the examples, whose files they import. */
function runInKernel(folder: string): string {
  const kernels = join(folder, "jupyter/kernels/deno");
  mkdirSync(kernels, { recursive: true });
  const argv = [deno, "jupyter", "--kernel", "--conn", "{connection_file}"];
  const spec = { argv, display_name: "Deno", language: "typescript", env: { DENO_NO_UPDATE_CHECK: "1" } };
  writeFileSync(join(kernels, "kernel.json"), JSON.stringify(spec));
  const [source, target] = [join(folder, "in.ipynb"), join(folder, "out.ipynb")];
  writeFileSync(source, JSON.stringify(notebookOf(cells)));
  const args = [join(ROOT, "test/notebook/execute.py"), source, target, EXAMPLES];
  const env = { ...process.env, JUPYTER_PATH: join(folder, "jupyter") };
  execFileSync(python as string, args, { env, stdio: ["ignore", "inherit", "inherit"] });
  return target;
}

/** What is wrong with a notebook that ran. */
function faultsOf(ran: readonly NotebookCell[]): string[] {
  const wanted = cells.map(({ text }) => text);
  const charts = wanted.join("\n").match(/^await show\(/gm)?.length;
  const outputs = ran.flatMap((cell) => cell.outputs ?? []);
  const shown = outputs.filter(({ data }) => String(data?.["image/svg+xml"]).includes("<svg")).length;
  const committed = readNotebook(NOTEBOOK).map(sourceOf);
  return [
    ...outputs.filter(({ output_type }) => output_type === "error").map((output) => JSON.stringify(output)),
    ...(shown === charts ? [] : [`${shown} charts are shown, not ${charts}`]),
    ...(JSON.stringify(committed) === JSON.stringify(wanted)
      ? []
      : ["examples/notebook.ipynb has other cells than notebook.ts: npm run notebook writes it anew"]),
  ];
}

if (lack !== undefined) {
  const isRequired = process.env.RFM_KIT_NOTEBOOK === "required";
  console.log(`The notebook is not run: ${lack}${isRequired ? "" : ", skipped"}.`);
  process.exit(isRequired ? 1 : 0);
}

const folder = mkdtempSync(join(tmpdir(), "rfm-kit-notebook-"));
try {
  const target = runInKernel(folder);
  if (process.argv.includes("--write")) copyFileSync(target, NOTEBOOK);
  const faults = faultsOf(readNotebook(target));
  for (const fault of faults) console.log(`FAIL ${fault}`);
  if (faults.length === 0) console.log(`The notebook runs in Deno's kernel: ${cells.length} cells.`);
  const tsx = spawnSync("npx", ["tsx", "notebook.ts"], {
    cwd: EXAMPLES,
    stdio: ["ignore", "ignore", "inherit"],
  });
  console.log(`${tsx.status === 0 ? "It runs as" : "FAIL it does not run as"} a program of tsx.`);
  process.exitCode = faults.length === 0 && tsx.status === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
