/** A text in lines of at most so many characters, where its words allow. */
export function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= characters) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines.map(apart);
}

/** Vega looks a text such as "constructor" up among the properties of objects, and finds one: a mark without width sets it apart. */
const apart = (line: string): string => (line in Object.prototype ? `${line}\u2060` : line);
