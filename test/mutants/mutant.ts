/** A small, named mistake in the source, and the property that must notice it. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The full title of the property. */
  readonly property: string;
}

/** Makes mistakes in the files of a room, and in those of another one that are named with it. */
export function mutantsIn(room: string) {
  return (name: string, file: string, find: string, replace: string, property: string): Mutant => {
    return { name, file: `${file.includes("/") ? file : `${room}/${file}`}.ts`, find, replace, property };
  };
}
