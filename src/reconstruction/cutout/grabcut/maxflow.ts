import { stepsOf, type GridGraph } from './graph.ts';

export interface MinCut {
  readonly flow: number;
  /** A node each: 1 on the source's side. */
  readonly source: Uint8Array;
}

const [FREE, SOURCE, SINK] = [0, 1, 2];
/** A node's parent is its neighbour in direction 0 … 7, a terminal, or none any more. */
const [TERMINAL, ORPHAN] = [8, 9];

/**
 * The least cut of a grid, by the maximum flow of Boykov and Kolmogorov (2004): a tree grows from each terminal, where they touch the flow is
 * augmented, and the nodes which that cuts off look for another parent. The graph is left as it is.
 */
export function minCut(graph: GridGraph): MinCut {
  const trees = growing(graph);
  let flow = 0;
  for (let met = trees.grow(); met; met = trees.grow()) flow += trees.augment(met.from, met.direction);
  return { flow, source: trees.tree.map((side) => (side === SOURCE ? 1 : 0)) };
}

/** An arc from the source's tree to the sink's. */
interface Met {
  readonly from: number;
  readonly direction: number;
}

function growing(graph: GridGraph) {
  const steps = stepsOf(graph);
  const capacity = graph.capacity.slice();
  const terminal = graph.terminal.slice();
  const nodes = terminal.length;
  const tree = new Uint8Array(nodes);
  const parent = new Uint8Array(nodes).fill(ORPHAN);
  /** Arcs to the terminal, and when that was last known: what was walked once in an adoption is not walked again. */
  const distance = new Int32Array(nodes);
  const known = new Int32Array(nodes);
  let time = 0;
  /** A queue of active nodes, linked; −1: not in it; the last one leads to itself. */
  const next = new Int32Array(nodes).fill(-1);
  let [first, last] = [-1, -1];
  const orphans: number[] = [];

  const activate = (node: number) => {
    if (next[node] !== -1) return;
    if (last === -1) first = node;
    else next[last] = node;
    next[node] = last = node;
  };
  for (let node = 0; node < nodes; node++) {
    if (terminal[node] === 0) continue;
    tree[node] = terminal[node]! > 0 ? SOURCE : SINK;
    parent[node] = TERMINAL;
    distance[node] = 1;
    activate(node);
  }

  /** Grows the trees until they touch; null: they cannot. */
  function grow(): Met | null {
    while (first !== -1) {
      const node = first;
      const side = tree[node]!;
      for (let d = 0; side !== FREE && d < 8; d++) {
        const other = node + steps[d]!;
        if ((side === SOURCE ? capacity[8 * node + d]! : capacity[8 * other + 7 - d]!) === 0) continue;
        if (tree[other] === FREE) {
          tree[other] = side;
          join(other, 7 - d, node);
          activate(other);
        } else if (tree[other] !== side) {
          return side === SOURCE ? { from: node, direction: d } : { from: other, direction: 7 - d };
        } else if (known[other]! <= known[node]! && distance[other]! > distance[node]!) {
          join(other, 7 - d, node);
        }
      }
      first = next[node] === node ? -1 : next[node]!;
      if (first === -1) last = -1;
      next[node] = -1;
    }
    return null;
  }

  /** `node` hangs on its neighbour `on` in direction `d`. */
  function join(node: number, d: number, on: number): void {
    parent[node] = d;
    known[node] = known[on]!;
    distance[node] = distance[on]! + 1;
  }

  /** What the path over the arc lets through, sent through it. */
  function augment(from: number, direction: number): number {
    time++;
    const to = from + steps[direction]!;
    let least = capacity[8 * from + direction]!;
    let node = from;
    for (; parent[node] !== TERMINAL; node += steps[parent[node]!]!) {
      least = Math.min(least, capacity[8 * (node + steps[parent[node]!]!) + 7 - parent[node]!]!);
    }
    least = Math.min(least, terminal[node]!);
    for (node = to; parent[node] !== TERMINAL; node += steps[parent[node]!]!) {
      least = Math.min(least, capacity[8 * node + parent[node]!]!);
    }
    least = Math.min(least, -terminal[node]!);

    send(from, direction, least);
    for (node = from; parent[node] !== TERMINAL;) {
      const d = parent[node]!;
      const up = node + steps[d]!;
      send(up, 7 - d, least);
      if (capacity[8 * up + 7 - d] === 0) orphan(node);
      node = up;
    }
    if ((terminal[node]! -= least) === 0) orphan(node);
    for (node = to; parent[node] !== TERMINAL;) {
      const d = parent[node]!;
      send(node, d, least);
      const full = capacity[8 * node + d] === 0;
      const up = node + steps[d]!;
      if (full) orphan(node);
      node = up;
    }
    if ((terminal[node]! += least) === 0) orphan(node);
    adopt();
    return least;
  }

  function send(node: number, d: number, flow: number): void {
    capacity[8 * node + d]! -= flow;
    capacity[8 * (node + steps[d]!) + 7 - d]! += flow;
  }

  function orphan(node: number): void {
    parent[node] = ORPHAN;
    orphans.push(node);
  }

  /** Each orphan gets the neighbour of its tree that is nearest to the terminal, or falls out of the tree. */
  function adopt(): void {
    // First come, first served: whoever is nearer to the cut is settled before its children ask it.
    for (let i = 0; i < orphans.length; i++) {
      const node = orphans[i]!;
      const side = tree[node]!;
      let [best, nearest] = [ORPHAN, Infinity];
      for (let d = 0; d < 8; d++) {
        const other = node + steps[d]!;
        if (tree[other] !== side || !leads(side, other, d, node)) continue;
        const far = toTerminal(other);
        if (far < nearest) [best, nearest] = [d, far];
      }
      if (best !== ORPHAN) join(node, best, node + steps[best]!);
      else release(node, side);
    }
    orphans.length = 0;
  }

  /** Flow can still go between `node` and its neighbour `other` in direction d, in the tree's sense. */
  function leads(side: number, other: number, d: number, node: number): boolean {
    return (side === SOURCE ? capacity[8 * other + 7 - d]! : capacity[8 * node + d]!) > 0;
  }

  /** Arcs from a node up to its terminal; Infinity where it hangs on an orphan. */
  function toTerminal(start: number): number {
    let far = 0;
    let node = start;
    for (;;) {
      if (known[node] === time) {
        far += distance[node]!;
        break;
      }
      const d = parent[node]!;
      if (d === ORPHAN) return Infinity;
      far++;
      if (d === TERMINAL) {
        known[node] = time;
        distance[node] = 1;
        break;
      }
      node += steps[d]!;
    }
    // All that was walked is known from now on.
    let left = far;
    for (node = start; known[node] !== time; node += steps[parent[node]!]!) {
      known[node] = time;
      distance[node] = left--;
    }
    return far;
  }

  function release(node: number, side: number): void {
    for (let d = 0; d < 8; d++) {
      const other = node + steps[d]!;
      if (tree[other] !== side) continue;
      if (leads(side, other, d, node)) activate(other);
      if (parent[other] === 7 - d) orphan(other);
    }
    tree[node] = FREE;
  }

  return { tree, grow, augment };
}
