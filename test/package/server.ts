import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "../http/program.js";
import { type Consumer, installPackages } from "./consumer.js";
import { run } from "./run.js";

/** Runtimes that serve TypeScript as it is, as `npx` finds them, and how they run it. */
const RUNTIMES = [
  { name: "Node 24", find: ["-y", "-p", "node@24", "node"], run: [] },
  { name: "Deno", find: ["-y", "deno@2"], run: ["run", "--allow-net", "--allow-read", "--allow-env"] },
  { name: "Bun", find: ["-y", "bun@1"], run: [] },
] as const;

const QUESTION = "/api/cluster?recency=4&frequency=16&monetary_value=900";

/** Serves the example beside the installed package under each runtime, and asks it; a line for each. */
export async function checkServers({ folder }: Consumer, root: string): Promise<string[]> {
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  await installPackages(folder, [`srvx@${devDependencies.srvx}`]);
  const proofs: string[] = [];
  for (const runtime of RUNTIMES) proofs.push(await checkServer(folder, runtime));
  return proofs;
}

async function checkServer(folder: string, runtime: (typeof RUNTIMES)[number]): Promise<string> {
  const { name, find } = runtime;
  const available = await run("npx", [...find, "--version"], folder);
  if (!available.ok) return `skipped: no ${name} to be had`;
  const program = [...find, ...runtime.run, "examples/server.ts"];
  const { origin, stop } = await startServer("npx", program, folder);
  try {
    const headers = { "Accept-Language": "pt" };
    const answers = [
      await fetch(origin + QUESTION, { method: "POST", headers }),
      await fetch(`${origin}/api/cluster?recency=0`, { method: "POST" }),
      await fetch(`${origin}/api/cluster`, { method: "POST", body: new Uint8Array(3_000_000) }),
      await fetch(`${origin}/api/cluster`),
      await fetch(`${origin}/nowhere`),
      await fetch(`${origin}/openapi.json`),
      await fetch(origin),
    ];
    const found = answers.map(({ status }) => status).join(" ");
    if (found !== "200 400 413 405 404 200 200")
      throw new Error(`The example under ${name} answers ${found}.`);
    const language = answers[0].headers.get("content-language");
    if (language !== "pt") throw new Error(`The example under ${name} speaks ${language} in place of pt.`);
    return `${name}: examples/server.ts serves questions, refusals, its page and its description`;
  } finally {
    stop();
  }
}
