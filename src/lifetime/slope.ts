/** A function of some parameters at one point: its value, gradient, and matrix of second derivatives, rows side by side. */
export interface Slope {
  value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

export function flat(size: number): Slope {
  return { value: 0, gradient: new Float64Array(size), hessian: new Float64Array(size * size) };
}

/** The same function of the logarithms of the parameters; a hessian of which only the lower triangle is filled is completed. */
export function inLogs({ value, gradient, hessian }: Slope, parameters: Float64Array): Slope {
  const size = parameters.length;
  const slope = flat(size);
  slope.value = value;
  for (let i = 0; i < size; i++) {
    slope.gradient[i] = parameters[i] * gradient[i];
    for (let j = 0; j <= i; j++) {
      const second = parameters[i] * parameters[j] * hessian[i * size + j];
      slope.hessian[i * size + j] = second;
      slope.hessian[j * size + i] = second;
    }
    slope.hessian[i * size + i] += slope.gradient[i];
  }
  return slope;
}
