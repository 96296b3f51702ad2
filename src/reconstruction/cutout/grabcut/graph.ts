/**
 * A grid of nodes, each with arcs to its 8 neighbours and to the two terminals; capacities are whole numbers, so that a cut and its flow are equal to the last unit.
 * A frame of one node, joined to nothing, lies around it: no arc leads out of the arrays.
 */
export interface GridGraph {
  /** Of the grid without its frame. */
  readonly width: number;
  readonly height: number;
  /** Nodes in a row, the frame's with it. */
  readonly stride: number;
  /** 8 a node: of the arc in each of `directions`. */
  readonly capacity: Int32Array;
  /** Of the arc from the source (positive) or to the sink (negative): what both have in common is cut in any case, and left out. */
  readonly terminal: Int32Array;
}

/** Column and row steps to the 8 neighbours. Direction d leads back as 7 − d. */
export const directions = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

export function emptyGraph(width: number, height: number): GridGraph {
  const stride = width + 2;
  const nodes = stride * (height + 2);
  return { width, height, stride, capacity: new Int32Array(8 * nodes), terminal: new Int32Array(nodes) };
}

/** The node in column x, row y. */
export const nodeAt = ({ stride }: Pick<GridGraph, 'stride'>, x: number, y: number): number => (y + 1) * stride + x + 1;

/** Steps in the arrays of nodes, by direction. */
export const stepsOf = ({ stride }: Pick<GridGraph, 'stride'>): Int32Array =>
  Int32Array.from(directions, ([x, y]) => y * stride + x);

/** What is cut where the nodes of `source` (1) are on the source's side: arcs out of them, and the terminals' on the wrong side. */
export function cutValue(graph: GridGraph, source: Uint8Array): number {
  const { capacity, terminal } = graph;
  const steps = stepsOf(graph);
  let sum = 0;
  terminal.forEach((value, node) => {
    if (source[node] === 0) {
      sum += Math.max(0, value);
      return;
    }
    sum += Math.max(0, -value);
    for (let d = 0; d < 8; d++) if (source[node + steps[d]!] === 0) sum += capacity[8 * node + d]!;
  });
  return sum;
}
