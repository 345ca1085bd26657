/**
 * Segments in PostgreSQL, kept in a table. PGlite runs it in this process; with a server the `query` of a pool of `pg`
 * takes the same statements:
 *
 *     npx tsx examples/postgresql.ts
 */
import { PGlite } from "@electric-sql/pglite";
import { createTableSql, rfmSql } from "rfm-kit/sql";

const database = await PGlite.create();
await database.exec(`
  CREATE TABLE orders (customer text, invoice text, ordered_at timestamptz, total numeric(12, 2));
  INSERT INTO orders VALUES
    ('ada', 'A1', '2024-03-01 10:00+00', 120.50), ('ada', 'A2', '2024-05-20 23:30+00', 80),
    ('bob', 'B1', '2024-02-05 16:45+00', 35), ('eve', 'E1', '2024-05-24 08:15+00', 15.50);
`);

const dialect = "postgresql";
const segments = rfmSql({
  dialect,
  from: "orders",
  columns: { customerId: "customer", orderId: "invoice", date: "ordered_at", amount: "total" },
  timeZone: "Europe/London",
  asOf: "2024-05-31",
  decimals: 2,
  output: "customers",
});
const table = { dialect, table: "customer_rfm_model", holds: "customers", customerId: "text" } as const;
await database.exec(createTableSql(table));
await database.exec(`INSERT INTO customer_rfm_model ${segments}`);

const { rows } = await database.query(`SELECT * FROM customer_rfm_model ORDER BY "monetary" DESC`);
console.table(rows);
