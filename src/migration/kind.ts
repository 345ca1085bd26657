import type { MigratedCustomer } from "./migration-types.js";

/** There on both days, and in another segment by the ruler of before. */
export const hasMoved = ({ from, held }: MigratedCustomer): boolean =>
  from !== null && held !== null && from !== held;

/** Put elsewhere by the ruler of after than by that of before. */
export const hasDrifted = ({ held, to }: MigratedCustomer): boolean => held !== to;
