import type { Flags } from "../flags.js";
import type { Section } from "../harness/section.js";
import { clusters } from "./clusters.js";
import { columns, columnsRead } from "./columns.js";
import { huge } from "./huge.js";
import { lifetime } from "./lifetime.js";
import { memory } from "./memory.js";
import { retail } from "./retail.js";
import { rows } from "./rows.js";
import { scores } from "./scores.js";
import { snapshots } from "./snapshots.js";
import { warehouse } from "./warehouse.js";

/** A comparison, section by section. */
type Comparison = (flags: Flags) => AsyncIterable<Section>;

export const comparisons: Readonly<Record<string, Comparison>> = {
  columns,
  "columns-read": columnsRead,
  retail,
  rows,
  snapshots,
  scores,
  clusters,
  lifetime,
  memory,
  huge,
  warehouse,
};
