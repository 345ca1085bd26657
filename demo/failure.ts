/** Something the user can put right: the message says it in one sentence. */
export class Failure extends Error {}

/** Turns an error of the system, such as a missing file, into a {@link Failure}; others are not touched. */
export function explain(error: unknown, what: string): unknown {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return error;
  if (error.code === "ENOENT") return new Failure(`${what}: there is no such file or folder.`);
  if (error.code === "EISDIR") return new Failure(`${what}: it is a folder.`);
  return new Failure(`${what}: ${error.message}.`);
}
