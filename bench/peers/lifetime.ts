import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { conversation, INSTALL, python } from "./python.js";

/** One fit in Python. */
export interface PythonFit {
  /** Milliseconds, as Python measures them. */
  readonly ms: number;
  readonly converged: boolean;
  readonly parameters: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
}

/** A Python process that holds the histories and fits a model in some way when asked. */
interface LifetimePeer {
  readonly versions: Readonly<Record<string, string>>;
  readonly ways: readonly string[];
  readonly fit: (model: string, way: string) => Promise<PythonFit>;
  readonly close: () => void;
}

const script = fileURLToPath(new URL("lifetime.py", import.meta.url));

/** Starts Python on histories in a file; without it, or without packages, says what to install and goes on. */
export async function openLifetime(path: string): Promise<LifetimePeer | undefined> {
  const child = spawn(python(), [script, path], { stdio: ["pipe", "pipe", "inherit"] });
  const ask = conversation(child);
  const started = await Promise.race([ask(), once(child, "error").then(() => undefined)]);
  const missing: readonly string[] = started?.missing ?? ["Python"];
  if (missing.length > 0) {
    console.log(`\nscipy and lifetimes left out for want of ${missing.join(", ")}: ${INSTALL}`);
    return undefined;
  }
  if (started.versions.lifetimes === undefined)
    console.log(`\nlifetimes left out, as it cannot be imported: ${INSTALL}`);
  return {
    versions: started.versions,
    ways: started.ways,
    fit: (model, way) => ask(`fit ${model} ${way}`),
    close: () => child.stdin.end(),
  };
}
