import { join, type Sql, sql, textOf } from "./text.js";

/** One step of a statement: a common table expression. */
export interface Step {
  readonly name: Sql;
  readonly body: Sql;
  /** A word before the body, that it be worked out once. */
  readonly hint?: Sql | undefined;
}

/** Steps, and what is taken from the last of them. */
export function statement(steps: readonly Step[], answer: Sql): string {
  const written = steps.map(
    ({ name, body, hint = sql`` }) => sql`
      ${name} AS ${hint}(
        ${body}
      )
    `,
  );
  return textOf(sql`
    WITH
    ${join(written, ",\n")}
    ${answer}
  `);
}
