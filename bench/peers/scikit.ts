import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { conversation, INSTALL, python } from "./python.js";

/** One fit of scikit-learn. */
interface ScikitFit {
  /** Milliseconds, as Python measures them. */
  readonly ms: number;
  readonly inertia: number;
  readonly centers: readonly (readonly number[])[];
}

/** A Python process that holds the points and fits when asked. */
export interface ScikitPeer {
  readonly versions: Readonly<Record<string, string>>;
  readonly fit: (k: number) => Promise<ScikitFit>;
  readonly close: () => void;
}

const script = fileURLToPath(new URL("clusters.py", import.meta.url));

/** Starts scikit-learn on points in a file; without it says what to install and goes on with the rest. */
export async function openScikit(path: string): Promise<ScikitPeer | undefined> {
  const child = spawn(python(), [script, path], { stdio: ["pipe", "pipe", "inherit"] });
  const ask = conversation(child);
  const started = await Promise.race([ask(), once(child, "error").then(() => undefined)]);
  const missing: readonly string[] = started?.missing ?? ["Python"];
  if (missing.length > 0) {
    console.log(`\nscikit-learn left out for want of ${missing.join(", ")}: ${INSTALL}`);
    return undefined;
  }
  return {
    versions: started.versions,
    fit: (k) => ask(`fit ${k}`),
    close: () => child.stdin?.end(),
  };
}
