import { execFile } from "node:child_process";

/** What a program answered. */
export interface Run {
  readonly ok: boolean;
  readonly stdout: string;
  /** Both streams together. */
  readonly output: string;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], cwd: string): Promise<Run> {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  const limits = { timeout: 100_000, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd, env, ...limits }, (error, stdout, stderr) => {
      resolve({ ok: error === null, stdout, output: `${stdout}${stderr}`.trim() || String(error ?? "") });
    });
  });
}

/** Runs a program that has to succeed; `failure` says what is wrong where it does not. */
export async function mustRun(
  failure: string,
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { ok, stdout, output } = await run(program, args, cwd);
  if (!ok) throw new Error(`${failure}:\n${output}`);
  return stdout;
}
