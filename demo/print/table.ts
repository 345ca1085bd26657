/** Rows of text under their titles: the first column stands at the left, the others at the right. */
export function formatTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = titles.map((title, column) => {
    return rows.reduce((width, row) => Math.max(width, row[column].length), title.length);
  });
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd();
  return [titles, widths.map((width) => "-".repeat(width)), ...rows].map(line).join("\n");
}
