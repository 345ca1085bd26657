/**
 * Proves of the package what its readers rely on, as it would be published: what it holds, how it is
 * imported, what compiles against it and what a bundler makes of it. Prints a line a proof; the first that
 * fails ends it. It builds and installs, so it needs the npm registry.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBundles } from "./bundle.js";
import { checkAnswers, checkRuntime, findNode, installConsumer, RUNTIMES } from "./consumer.js";
import { checkCompilers, checkReferences } from "./declarations.js";
import { checkFiles } from "./files.js";
import { checkServers } from "./server.js";
import { checkContents, lint, packAfresh } from "./tarball.js";

const ROOT = join(import.meta.dirname, "..", "..");
const OTHER_NODES = [22, 24];

async function check(folder: string): Promise<void> {
  const tarball = await packAfresh(ROOT, folder);
  say(await lint(tarball, ROOT));
  say(checkContents(tarball));
  const consumer = await installConsumer(tarball, join(folder, "consumer"));
  say(await checkAnswers(consumer, process.execPath));
  say(checkReferences(consumer));
  say(await checkCompilers(consumer, join(folder, "compilers")));
  say(await checkBundles(consumer));
  say(await checkFiles(consumer));
  for (const major of OTHER_NODES) {
    const node = await findNode(major, folder);
    say(node === undefined ? `skipped: no Node ${major} to be had` : await checkAnswers(consumer, node));
  }
  for (const runtime of RUNTIMES) {
    say((await checkRuntime(consumer, runtime)) ?? `skipped: no ${runtime.name} to be had`);
  }
  for (const proof of await checkServers(consumer, ROOT)) say(proof);
}

function say(proof: string): void {
  console.log(`- ${proof}`);
}

const folder = mkdtempSync(join(tmpdir(), "rfm-kit-package-"));
try {
  await check(folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
