import type { Mesh } from '../../clouds/types.ts';
import type { Heights } from './heights.ts';

/**
 * The block under a relief, for a printer: the relief on top, four upright walls, a level foot `foot` below the lowest height. Closed:
 * every edge belongs to two triangles that run along it in opposite directions. x east, y north, z up, from the south-west corner of the foot.
 */
export function blockUnder({ columns, rows, step, height }: Heights, foot: number): Mesh {
  const top = columns * rows;
  const around = border(columns, rows);
  const vertices = new Float64Array(3 * (top + around.length + 1));
  const ground = height.reduce((least, h) => Math.min(least, h), Infinity) - foot;
  for (let k = 0; k < top; k++) {
    vertices.set([(k % columns) * step[0], Math.floor(k / columns) * step[1], height[k]! - ground], 3 * k);
  }
  around.forEach((k, i) => vertices.set([vertices[3 * k]!, vertices[3 * k + 1]!, 0], 3 * (top + i)));
  const middle = top + around.length;
  vertices.set([((columns - 1) * step[0]) / 2, ((rows - 1) * step[1]) / 2, 0], 3 * middle);

  const triangles = new Uint32Array(3 * (2 * (columns - 1) * (rows - 1) + 3 * around.length));
  let n = 0;
  const put = (a: number, b: number, c: number) => {
    triangles.set([a, b, c], n);
    n += 3;
  };
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const a = j * columns + i;
      put(a, a + 1, a + columns + 1);
      put(a, a + columns + 1, a + columns);
    }
  }
  around.forEach((k, i) => {
    const next = (i + 1) % around.length;
    const [low, lowNext] = [top + i, top + next];
    put(k, low, lowNext);
    put(k, lowNext, around[next]!);
    put(middle, lowNext, low);
  });
  return { vertices, triangles };
}

/** The places on the border, counter-clockwise from the south-west corner. */
function border(columns: number, rows: number): number[] {
  const south = Array.from({ length: columns - 1 }, (_, i) => i);
  const east = Array.from({ length: rows - 1 }, (_, j) => j * columns + columns - 1);
  const last = columns * rows - 1;
  return [...south, ...east, ...south.map((k) => last - k), ...east.map((_, j) => (rows - 1 - j) * columns)];
}
