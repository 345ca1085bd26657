import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Consumer, installPackages } from "./consumer.js";
import { run } from "./run.js";

const VERSIONS = ["5.4", "5.6", "5.9", "6.0", "7.0"];

/** Module systems and how each finds modules. */
const MODES = { node16: "node16", nodenext: "nodenext", esnext: "bundler" };

/** The typed consumer's files. */
const FILES = ["flow", "rooms", "same"];

/**
 * Compiles the typed consumer, and every declaration it reads, by each compiler in each module system; then
 * reads the declarations that were made of it, as the users of a library on top of this one would.
 */
export async function checkCompilers(consumer: Consumer, folder: string): Promise<string> {
  const compilers = VERSIONS.map((version) => `typescript-${version}`);
  const packages = VERSIONS.map((version, i) => `${compilers[i]}@npm:typescript@~${version}.0`);
  await installPackages(folder, packages);
  const modes = Object.entries(MODES);
  const sources = modes.map((mode) => writeProject(consumer, mode, "source"));
  const made = modes.map((mode) => writeProject(consumer, mode, "made"));
  for (const compiler of compilers) {
    const tsc = join(folder, "node_modules", compiler, "bin", "tsc");
    await Promise.all(sources.map((project) => compile(consumer, compiler, tsc, project)));
    await Promise.all(made.map((project) => compile(consumer, compiler, tsc, project)));
  }
  const names = Object.values(MODES).join(", ");
  return `TypeScript ${VERSIONS.join(", ")} by ${names} compile the typed consumer and what it exports`;
}

/** Without the DOM and without Node, so that a declaration that needs either is found out. */
function writeProject(
  { folder }: Consumer,
  [module, moduleResolution]: readonly [string, string],
  input: "source" | "made",
): string {
  const outDir = `made-${moduleResolution}`;
  const target = { target: "es2022", lib: ["es2022"], types: [], module, moduleResolution };
  const checks = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false };
  const output = input === "source" ? { declaration: true, outDir } : { noEmit: true };
  const files = FILES.map((name) => (input === "source" ? `${name}.ts` : `${outDir}/${name}.d.ts`));
  const file = `tsconfig.${input}.${moduleResolution}.json`;
  writeFileSync(
    join(folder, file),
    JSON.stringify({ compilerOptions: { ...target, ...checks, ...output }, files }),
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
    const foreign = [...code.matchAll(/\b(?:from|import)\s*\(?\s*["']([^"']+)/g)]
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
