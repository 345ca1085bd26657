import { cholesky, solveCholesky } from "./cholesky.js";
import type { Slope } from "./slope.js";

/** Where a search for a maximum ended. */
export interface Peak extends Slope {
  readonly point: Float64Array;
  /** The coordinates that the search could not follow further, because the border of its box is there. */
  readonly atBorder: readonly number[];
  /** Whether it ended where nothing near is higher. */
  readonly converged: boolean;
}

const MOST_STEPS = 200;
/** Coordinates are logarithms: a step multiplies a parameter by e² at most. */
const LONGEST = 2;
/** Twice the height still expected above a point, where the search ends. Errors of parameters are its root, in standard errors. */
const ENOUGH = 1e-12;
/** What sums of that size leave to rounding: a rise below this part of the value cannot be seen in the value. */
const NOISE = 1e-15;
const UNSEEN = 1e-10;

/**
 * The maximum of a function within a box of ±`border` around the origin, by Newton's method with exact second
 * derivatives; where they do not curve downwards, or a step leads down, the step is damped (Levenberg and Marquardt).
 */
export function maximise(measure: (point: Float64Array) => Slope, start: Float64Array, border: number): Peak {
  let point = start;
  let slope = measure(point);
  let damping = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const pressed = pressedAt(point, slope.gradient, border);
    const direction = climb(slope, pressed, damping);
    if (direction !== undefined) {
      const rise = dot(slope.gradient, direction);
      if (damping === 0 && rise < ENOUGH + NOISE * Math.abs(slope.value))
        return { ...slope, point, atBorder: pressed, converged: true };
      const next = moved(point, direction, border);
      const trial = measure(next);
      // So near the top the gradient knows better than the value which way is up.
      const isUnseen = damping === 0 && rise < UNSEEN * Math.abs(slope.value);
      if (trial.value > slope.value || isUnseen) {
        [point, slope] = [next, trial];
        damping = damping < 1e-4 ? 0 : damping / 10;
        continue;
      }
    }
    damping = Math.max(damping * 10, 1e-4);
    // Neither uphill nor down: the value moves no more than rounding does.
    if (damping > 1e12) return { ...slope, point, atBorder: pressed, converged: isLevel(slope, pressed) };
  }
  return { ...slope, point, atBorder: pressedAt(point, slope.gradient, border), converged: false };
}

/** The coordinates at the border that the gradient pushes outwards. */
function pressedAt(point: Float64Array, gradient: Float64Array, border: number): number[] {
  return [...point.keys()].filter((i) => Math.abs(point[i]) >= border && point[i] * gradient[i] > 0);
}

/** The step of Newton's method, 0 for the pressed coordinates; `undefined` where the function does not curve downwards. */
function climb(
  { gradient, hessian }: Slope,
  pressed: readonly number[],
  damping: number,
): Float64Array | undefined {
  const size = gradient.length;
  const steepest = gradient.reduce((most, _, i) => Math.max(most, Math.abs(hessian[i * size + i])), 0);
  const matrix = hessian.map((second) => -second);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] += damping * Math.max(Math.abs(hessian[i * size + i]), 1e-6 * steepest);
  }
  const free = gradient.slice();
  for (const i of pressed) {
    free[i] = 0;
    for (let j = 0; j < size; j++) matrix[i * size + j] = matrix[j * size + i] = i === j ? 1 : 0;
  }
  const lower = cholesky(matrix, size);
  return lower && solveCholesky(lower, free);
}

function moved(point: Float64Array, direction: Float64Array, border: number): Float64Array {
  const longest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  const scale = longest > LONGEST ? LONGEST / longest : 1;
  return point.map((value, i) => Math.min(Math.max(value + scale * direction[i], -border), border));
}

/** Whether what the gradient still promises is no more than rounding can hide: a maximum, or a level ridge. */
function isLevel({ gradient, value }: Slope, pressed: readonly number[]): boolean {
  return gradient.every((part, i) => pressed.includes(i) || Math.abs(part) < 1e-8 * (1 + Math.abs(value)));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
