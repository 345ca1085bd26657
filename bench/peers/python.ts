import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Answer } from "../harness/answer.js";

/** What a Python way found. */
interface PythonAnswer extends Answer {
  readonly customerId: readonly string[];
  readonly share: number;
}

/** A Python process that holds the data and runs one round when asked. */
export interface PythonPeer {
  readonly versions: Readonly<Record<string, string>>;
  readonly ways: readonly string[];
  /** Milliseconds, as Python measures them. */
  readonly time: (way: string) => Promise<number>;
  readonly answer: (way: string) => Promise<PythonAnswer>;
  readonly close: () => void;
}

/** How to get the packages. */
export const INSTALL =
  "python3 -m venv bench/peers/.venv && bench/peers/.venv/bin/pip install -r bench/peers/requirements.txt";
const script = fileURLToPath(new URL("retail.py", import.meta.url));
const own = fileURLToPath(new URL(".venv/bin/python", import.meta.url));

/** Starts Python on the data; without it, or without packages, says what to install and goes on with the rest. */
export async function openPython(path: string): Promise<PythonPeer | undefined> {
  const child = spawn(python(), [script, path], { stdio: ["pipe", "pipe", "inherit"] });
  const ask = conversation(child);
  const started = await Promise.race([ask(), once(child, "error").then(() => undefined)]);
  const missing: readonly string[] = started?.missing ?? ["Python"];
  if (missing.length > 0)
    console.log(`\nPython peers left out for want of ${missing.join(", ")}: ${INSTALL}`);
  if (started === undefined) return undefined;
  return {
    versions: started.versions,
    ways: started.ways,
    time: async (way) => (await ask(`time ${way}`)).ms,
    answer: (way) => ask(`answer ${way}`),
    close: () => child.stdin.end(),
  };
}

/** The Python to run: that of the environment, else of the folder beside, else of the machine. */
export const python = () => process.env.RFM_KIT_PYTHON || (existsSync(own) ? own : "python3");

/** Sends a line, where one is given, and waits for the next line of the reply. */
export function conversation(child: ChildProcess) {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return async (request?: string) => {
    if (request !== undefined) child.stdin?.write(`${request}\n`);
    const { value, done } = await lines.next();
    return done ? undefined : JSON.parse(value);
  };
}
