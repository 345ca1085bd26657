/** At most so many rows and one more, evenly taken from all: the first and the last are among them. */
export function thin<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most + 1) return rows;
  return Array.from({ length: most + 1 }, (_, i) => rows[Math.round((i * (rows.length - 1)) / most)]);
}

/** A share to five digits: less than a tenth of a pixel is lost. */
export const roundShare = (share: number): number => Number(share.toFixed(5));
