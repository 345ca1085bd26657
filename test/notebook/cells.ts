/** A cell of a notebook. */
export interface Cell {
  readonly kind: "markdown" | "code";
  readonly text: string;
}

/** The cells of a program in the percent format: `// %%` begins code, `// %% [markdown]` a comment that is text. */
export function cellsOf(program: string): Cell[] {
  return program
    .split(/^(?=\/\/ %%)/m)
    .filter((part) => part.startsWith("// %%"))
    .map((part) => {
      const [mark, ...lines] = part.trimEnd().split("\n");
      if (!mark.includes("[markdown]")) return { kind: "code", text: lines.join("\n") };
      return { kind: "markdown", text: lines.map((line) => line.replace(/^\/\/ ?/, "")).join("\n") };
    });
}

/** A notebook of Deno's kernel with these cells, not run yet: nbformat 4.5. */
export function notebookOf(cells: readonly Cell[]): object {
  return {
    cells: cells.map(({ kind, text }, i) => ({
      cell_type: kind,
      id: `cell-${i + 1}`,
      metadata: {},
      source: text,
      ...(kind === "code" && { execution_count: null, outputs: [] }),
    })),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/x.typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
