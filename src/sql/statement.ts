import { join, type Sql, sql, textOf } from "./text.js";

/** One step of a statement: a common table expression. */
export interface Step {
  readonly name: Sql;
  readonly body: Sql;
}

/** Steps, and what is taken from the last of them. */
export function statement(steps: readonly Step[], answer: Sql): string {
  const written = steps.map(
    ({ name, body }) => sql`
      ${name} AS (
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
