export type { IntegerArray } from "./column.js";
export type {
  AttributeValue,
  Column,
  ColumnLogOptions,
  Columns,
  ColumnValue,
  CustomerFunction,
  CustomerKey,
  DefaultKey,
  DictionaryColumn,
  Field,
  Identifier,
  KeyOf,
  LogOptions,
  Mask,
  NamedField,
  PlainOptions,
  PlainTransaction,
  ReadOptions,
  RowOf,
  Vector,
} from "./input-types.js";
export { transactionLog } from "./log.js";
export type { AttributeTotal, Coded, Extent, LogReport, RowIssue, TransactionLog } from "./log-types.js";
