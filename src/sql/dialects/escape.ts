/** Text between quotes, of engines that escape by backslashes. Line breaks are named, because statements are indented. */
export function quoted(text: string, quote: "'" | "`"): string {
  const inside = text
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
  return `${quote}${inside}${quote}`;
}
