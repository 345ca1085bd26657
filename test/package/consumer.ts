import { deepStrictEqual } from "node:assert";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answers } from "./answers.js";
import { run } from "./run.js";
import type { Tarball } from "./tarball.js";

/** A project that has installed the package and nothing else. */
export interface Consumer {
  readonly folder: string;
  /** The package as it lies in the project. */
  readonly installed: string;
  /** `rfm-kit` and every subpath with code. */
  readonly entries: readonly string[];
}

export async function installConsumer({ file }: Tarball, folder: string): Promise<Consumer> {
  cpSync(join(import.meta.dirname, "consumer"), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await installPackages(folder, [file]);
  const installed = join(folder, "node_modules", "rfm-kit");
  const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    exports: Record<string, unknown>;
  };
  const subpaths = Object.keys(exports).filter((subpath) => !subpath.endsWith(".json"));
  return { folder, installed, entries: subpaths.map((subpath) => join("rfm-kit", subpath)) };
}

/** Installs packages into a folder, which becomes a project if it is none. */
export async function installPackages(folder: string, packages: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
  const flags = ["--no-audit", "--no-fund", "--prefer-offline", "--prefix", folder, ...patience];
  const { ok, output } = await run("npm", ["install", ...flags, ...packages], folder);
  if (ok) return;
  const unreachable = /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT/;
  if (unreachable.test(output)) throw new Error("The npm registry cannot be reached.");
  throw new Error(`npm install fails:\n${output}`);
}

const PROGRAMS = ["module.mjs", "commonjs.cjs"];

/** Runs both programs of the consumer under one Node and compares their answers with those found by hand. */
export async function checkAnswers({ folder, entries }: Consumer, node: string): Promise<string> {
  for (const program of PROGRAMS) {
    const { ok, stdout, output } = await run(node, [program, ...entries], folder);
    if (!ok) throw new Error(`${program} of the consumer fails:\n${output}`);
    deepStrictEqual(JSON.parse(stdout), answers, `${program} of the consumer does not answer as expected.`);
  }
  const version = (await run(node, ["--version"], folder)).stdout.trim();
  return `Node ${version}: import and require of ${entries.length} entries give the answers found by hand`;
}

/** Runtimes besides Node that take npm packages as they are, and how they run a module. */
export const RUNTIMES = [
  { name: "Deno", npx: ["-y", "deno@2", "run", "--allow-read"] },
  { name: "Bun", npx: ["-y", "bun@1"] },
] as const;

/** Runs the consumer's module under another runtime; `undefined` where that cannot be had. */
export async function checkRuntime(
  { folder, entries }: Consumer,
  { name, npx }: (typeof RUNTIMES)[number],
): Promise<string | undefined> {
  const available = await run("npx", [npx[0], npx[1], "--version"], folder);
  if (!available.ok) return undefined;
  const { ok, stdout, output } = await run("npx", [...npx, "module.mjs", ...entries], folder);
  if (!ok) throw new Error(`module.mjs of the consumer fails under ${name}:\n${output}`);
  deepStrictEqual(JSON.parse(stdout), answers, `${name} does not answer as expected.`);
  return `${name}: import of ${entries.length} entries gives the answers found by hand`;
}

/** The Node of another major version; `undefined` where it cannot be had. */
export async function findNode(major: number, folder: string): Promise<string | undefined> {
  const script = ["node", "-p", "process.execPath"];
  const { ok, stdout } = await run("npx", ["-y", "-p", `node@${major}`, ...script], folder);
  return ok ? stdout.trim() : undefined;
}
