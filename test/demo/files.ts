import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for the files of one test file. */
export function temporaryFolder(): {
  path(name: string): string;
  write(name: string, data: string | Uint8Array): string;
} {
  const folder = mkdtempSync(join(tmpdir(), "rfm-kit-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name, data) {
      writeFileSync(path(name), data);
      return path(name);
    },
  };
}
