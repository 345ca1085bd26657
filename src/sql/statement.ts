import { join, type Sql, sql, textOf } from "./text.js";

/** One step of a statement: a common table expression. */
export interface Step {
  readonly name: Sql;
  readonly body: Sql;
  /** A word before the body, that it be worked out once. */
  readonly hint?: Sql | undefined;
}

/** A statement of steps, and of what is taken from the last of them. */
export function statement(steps: readonly Step[], answer: Sql): string {
  return textOf(query(steps, answer));
}

/** The same as a part of another statement. */
export function query(steps: readonly Step[], answer: Sql): Sql {
  const written = steps.map(
    ({ name, body, hint = sql`` }) => sql`
      ${name} AS ${hint}(
        ${body}
      )
    `,
  );
  return sql`
    WITH
    ${join(written, ",\n")}
    ${answer}
  `;
}
