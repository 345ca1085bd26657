import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Consumer, installPackages } from "./consumer.js";
import { run } from "./run.js";

const VERSIONS = ["5.4", "5.6", "5.9", "6.0", "7.0"];

/** Module systems and how each finds modules. */
const MODES = { node16: "node16", nodenext: "nodenext", esnext: "bundler" };

/**
 * The typed consumer's files, and the libraries they have: none of a platform, so that a declaration that needs one is
 * found out; and those of the web for the handler of web requests.
 */
const PARTS = [
  { name: "plain", lib: ["es2022"], files: ["flow", "rooms", "same"] },
  { name: "web", lib: ["es2022", "dom"], files: ["web", "same"] },
] as const;

type Part = (typeof PARTS)[number];

/**
 * Compiles the typed consumer, and every declaration it reads, by each compiler in each module system; then
 * reads the declarations that were made of it, as the users of a library on top of this one would.
 */
export async function checkCompilers(consumer: Consumer, folder: string): Promise<string> {
  const compilers = VERSIONS.map((version) => `typescript-${version}`);
  const packages = VERSIONS.map((version, i) => `${compilers[i]}@npm:typescript@~${version}.0`);
  await installPackages(folder, packages);
  const modes = Object.entries(MODES);
  const projects = (input: "source" | "made") =>
    PARTS.flatMap((part) => modes.map((mode) => writeProject(consumer, part, mode, input)));
  const sources = projects("source");
  const made = projects("made");
  for (const compiler of compilers) {
    const tsc = join(folder, "node_modules", compiler, "bin", "tsc");
    await Promise.all(sources.map((project) => compile(consumer, compiler, tsc, project)));
    await Promise.all(made.map((project) => compile(consumer, compiler, tsc, project)));
  }
  const names = Object.values(MODES).join(", ");
  return `TypeScript ${VERSIONS.join(", ")} by ${names} compile the typed consumer and what it exports`;
}

function writeProject(
  { folder }: Consumer,
  { name, lib, files }: Part,
  [module, moduleResolution]: readonly [string, string],
  input: "source" | "made",
): string {
  const outDir = `made-${name}-${moduleResolution}`;
  const target = { target: "es2022", lib, types: [], module, moduleResolution };
  const checks = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false };
  const output = input === "source" ? { declaration: true, outDir } : { noEmit: true };
  const inputs = files.map((path) => (input === "source" ? `${path}.ts` : `${outDir}/${path}.d.ts`));
  const file = `tsconfig.${name}.${input}.${moduleResolution}.json`;
  writeFileSync(
    join(folder, file),
    JSON.stringify({ compilerOptions: { ...target, ...checks, ...output }, files: inputs }),
  );
  return file;
}

async function compile({ folder }: Consumer, compiler: string, tsc: string, project: string): Promise<void> {
  const { ok, output } = await run(process.execPath, [tsc, "--project", project], folder);
  if (!ok) throw new Error(`${compiler} with ${project} does not compile the typed consumer:\n${output}`);
}

/** Refuses declarations that lead out of the package: a consumer has no types of our dependencies. */
export function checkReferences({ installed }: Consumer): string {
  const files = filesUnder(join(installed, "dist")).filter((file) => file.endsWith(".d.ts"));
  for (const file of files) {
    const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    const [reference] = code.match(/\/\/\/ *<reference.*/) ?? [];
    const foreign = [...code.matchAll(/(?<!["'])\b(?:from|import)\s*\(?\s*["']([^"']+)/g)]
      .map(([, specifier]) => specifier)
      .find((specifier) => !specifier.startsWith("."));
    const lead = reference ?? foreign;
    if (lead !== undefined) throw new Error(`A declaration leads out of the package, to ${lead}: ${file}`);
  }
  return `${files.length} declaration files name no module outside of the package`;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`The package has no folder ${folder}.`);
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
