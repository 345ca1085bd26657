/** A property is tried on a thousand inputs; on many more where it has a planted mistake to find. */
export const RUNS = { numRuns: process.env.RFM_KIT_MUTANT === undefined ? 1000 : 20_000 };
