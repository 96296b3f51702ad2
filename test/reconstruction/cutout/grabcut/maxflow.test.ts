import { expect, test } from 'vitest';
import { createRng } from '../../../../src/math/rng.ts';
import {
  cutValue,
  directions,
  emptyGraph,
  nodeAt,
  type GridGraph,
} from '../../../../src/reconstruction/cutout/grabcut/graph.ts';
import { minCut } from '../../../../src/reconstruction/cutout/grabcut/maxflow.ts';

/** Capacities by chance, arcs there and back differing; a third of them nothing at all. */
function drawn(width: number, height: number, seed: number): GridGraph {
  const rng = createRng(seed, 'maxflow');
  const graph = emptyGraph(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const node = nodeAt(graph, x, y);
      directions.forEach(([dx, dy], d) => {
        const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
        if (inside && rng.uniform() > 0.33) graph.capacity[8 * node + d] = 1 + Math.floor(20 * rng.uniform());
      });
      graph.terminal[node] = Math.round(60 * (rng.uniform() - 0.5));
    }
  }
  return graph;
}

/** The least of all cuts, tried one by one. */
function leastOf(graph: GridGraph): number {
  const { width, height } = graph;
  const source = new Uint8Array(graph.terminal.length);
  let least = Infinity;
  for (let which = 0; which < 2 ** (width * height); which++) {
    for (let i = 0; i < width * height; i++) {
      source[nodeAt(graph, i % width, Math.floor(i / width))] = (which >> i) & 1;
    }
    least = Math.min(least, cutValue(graph, source));
  }
  return least;
}

test.each([
  [1, 1],
  [4, 1],
  [3, 3],
  [4, 3],
])('on %d × %d nodes it is the least of all cuts (40 graphs, seeds 1 … 40)', (width, height) => {
  for (let seed = 1; seed <= 40; seed++) {
    const graph = drawn(width, height, seed);
    expect([seed, minCut(graph).flow]).toEqual([seed, leastOf(graph)]);
  }
});

test('the cut is worth as much as the flow: no cut is cheaper, and no flow larger (seeds 1 … 30)', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const graph = drawn(5 + seed, 40 - seed, seed);
    const { flow, source } = minCut(graph);
    expect(flow).toBeGreaterThan(0);
    expect([seed, cutValue(graph, source)]).toEqual([seed, flow]);
  }
});
