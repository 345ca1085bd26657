import type { Points } from "./points.js";

/** The directions in which points spread, each a unit vector, side by side as rows of an orthogonal matrix. */
export function principalAxes({ values, count, dimensions }: Points): Float64Array {
  const means = new Float64Array(dimensions);
  for (let i = 0; i < values.length; i++) means[i % dimensions] += values[i] / count;
  const covariance = new Float64Array(dimensions * dimensions);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < dimensions; a++) {
      for (let b = 0; b < dimensions; b++) {
        const product = (values[i * dimensions + a] - means[a]) * (values[i * dimensions + b] - means[b]);
        covariance[a * dimensions + b] += product / count;
      }
    }
  }
  return eigenvectors(covariance, dimensions);
}

const MOST_SWEEPS = 50;

/** The eigenvectors of a symmetric matrix as rows, by Jacobi's rotations. O(size³) a sweep, a few of them. */
function eigenvectors(matrix: Float64Array, size: number): Float64Array {
  const rest = matrix.slice();
  const vectors = identity(size);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotated = rotate(rest, vectors, size, p, q) || rotated;
    }
    if (!rotated) break;
  }
  return vectors;
}

/** The axes of the coordinates themselves. */
export function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
}

/** Turns the plane of two axes so that they no longer covary; whether there was anything to turn. */
function rotate(rest: Float64Array, vectors: Float64Array, size: number, p: number, q: number): boolean {
  const covariance = rest[p * size + q];
  const scale = Math.abs(rest[p * size + p]) + Math.abs(rest[q * size + q]);
  if (Math.abs(covariance) <= 1e-15 * scale) return false;
  const theta = (rest[q * size + q] - rest[p * size + p]) / (2 * covariance);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let i = 0; i < size; i++) turn(rest, i * size + p, i * size + q, cosine, sine);
  for (let i = 0; i < size; i++) turn(rest, p * size + i, q * size + i, cosine, sine);
  for (let i = 0; i < size; i++) turn(vectors, p * size + i, q * size + i, cosine, sine);
  return true;
}

function turn(array: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [a, b] = [array[p], array[q]];
  array[p] = cosine * a - sine * b;
  array[q] = sine * a + cosine * b;
}
