/**
 * What a spreadsheet may take for a formula: the signs = + - @ and their full-width and small forms, first or after
 * nothing but space, control and format characters (which some programs strip); and a control character at the start, such as a
 * tab or a line break.
 */
const FORMULA = /^(?:\p{Cc}|[\s\p{Cc}\p{Cf}]*[=+\-@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/u;

/**
 * A text that no spreadsheet calculates: an apostrophe before what could be a formula.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
