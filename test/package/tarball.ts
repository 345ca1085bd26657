import { join } from "node:path";
import { mustRun, run } from "./run.js";

/** The package as it would be published. */
export interface Tarball {
  readonly file: string;
  /** Paths inside of the package. */
  readonly paths: readonly string[];
  readonly size: number;
}

/** Builds the package afresh and packs it into a folder. */
export async function packAfresh(root: string, folder: string): Promise<Tarball> {
  await mustRun("The build fails", "npm", ["run", "build"], root);
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [packed] = JSON.parse(await mustRun("npm pack fails", "npm", args, root)) as [
    { filename: string; size: number; files: { path: string }[] },
  ];
  const paths = packed.files.map((file) => file.path);
  return { file: join(folder, packed.filename), paths, size: packed.size };
}

const DOCUMENTS = ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "THIRD-PARTY.md"];

/** Refuses a tarball that lacks a document, or holds anything but the documents and built modules. */
export function checkContents({ paths, size }: Tarball): string {
  const missing = DOCUMENTS.filter((name) => !paths.includes(name));
  if (missing.length > 0) throw new Error(`The tarball lacks ${missing.join(" and ")}.`);
  const strange = paths.filter((path) => !DOCUMENTS.includes(path) && !isBuilt(path));
  if (strange.length > 0) throw new Error(`The tarball holds what it should not: ${strange.join(", ")}.`);
  return `the tarball holds ${paths.length} files: dist and ${DOCUMENTS.join(", ")}; ${kilobytes(size)} packed`;
}

function isBuilt(path: string): boolean {
  return /^dist\/.+\.(js|d\.ts)$/.test(path) && !/\b(tests?|demo|src|bench)\b/.test(path);
}

/** What the two linters of packages say: nothing, warnings counted. */
export async function lint({ file }: Tarball, root: string): Promise<string> {
  const bin = join(root, "node_modules", ".bin");
  const publint = await run(join(bin, "publint"), ["run", file, "--strict"], root);
  if (!publint.ok || !publint.output.includes("All good!")) {
    throw new Error(`publint has something to say:\n${publint.output}`);
  }
  const attw = await run(join(bin, "attw"), [file, "--profile", "esm-only", "--no-emoji"], root);
  if (!attw.ok) throw new Error(`attw has something to say:\n${attw.output}`);
  return "publint and attw (esm-only) find nothing to say about it";
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
