/** The lower triangle L of a symmetric matrix L Lᵀ, rows side by side; `undefined` where it is not positive definite. */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j];
      for (let k = 0; k < j; k++) rest -= lower[i * size + k] * lower[j * size + k];
      if (i !== j) lower[i * size + j] = rest / lower[j * size + j];
      else if (rest > 0 && Number.isFinite(rest)) lower[i * size + i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return lower;
}

/** Solves L Lᵀ y = vector. */
export function solveCholesky(lower: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const solved = vector.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solved[i] -= lower[i * size + k] * solved[k];
    solved[i] /= lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solved[i] -= lower[k * size + i] * solved[k];
    solved[i] /= lower[i * size + i];
  }
  return solved;
}

/** The inverse of L Lᵀ, as rows; symmetric to the last digit. */
export function invertCholesky(lower: Float64Array, size: number): number[][] {
  const rows = Array.from({ length: size }, (_, i) => {
    const unit = Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0));
    return [...solveCholesky(lower, unit)];
  });
  return rows.map((row, i) => row.map((value, j) => (j <= i ? value : rows[j][i])));
}
