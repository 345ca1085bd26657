/** Nodes and weights on −1 to 1. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss-Legendre quadrature of so many nodes: the roots of the Legendre polynomial, by Newton's method from
 * Tricomi's approximation.
 *
 * @see Abramowitz and Stegun (1964), 25.4.29.
 */
export function gaussLegendre(size: number): Quadrature {
  const [nodes, weights] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < size; i++) {
    let node = Math.cos((Math.PI * (i + 0.75)) / (size + 0.5));
    let slope = 0;
    for (let step = 0; step < 8; step++) {
      let [before, value] = [1, node];
      for (let degree = 2; degree <= size; degree++) {
        [before, value] = [value, ((2 * degree - 1) * node * value - (degree - 1) * before) / degree];
      }
      slope = (size * (node * value - before)) / (node * node - 1);
      node -= value / slope;
    }
    nodes[i] = node;
    weights[i] = 2 / ((1 - node * node) * slope * slope);
  }
  return { nodes, weights };
}
