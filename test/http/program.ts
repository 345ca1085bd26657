import { spawn } from "node:child_process";

/** A server in a process of its own. */
export interface ServerProgram {
  readonly origin: string;
  readonly stop: () => void;
}

/** Starts a program that says "Ask at URL" once it serves, on a port that the system gives it. */
export function startServer(program: string, args: readonly string[], cwd: string): Promise<ServerProgram> {
  const env = { ...process.env, PORT: "0", NO_COLOR: "1" };
  // A group of its own, so that what `npx` starts ends with it.
  const child = spawn(program, [...args], { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let over = false;
  const stop = () => {
    if (over || child.pid === undefined) return;
    over = true;
    process.kill(-child.pid, "SIGKILL");
  };
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = () => {
      stop();
      reject(new Error(`The server does not start:\n${output}`));
    };
    const patience = setTimeout(fail, 60_000);
    child.on("error", fail);
    child.on("exit", () => {
      over = true;
      fail();
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const [, origin] = output.match(/Ask at (\S+?)\/?\n/) ?? [];
      if (origin === undefined) return;
      clearTimeout(patience);
      resolve({ origin, stop });
    });
  });
}
