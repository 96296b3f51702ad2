import type { Edge } from '../../../../src/view/clouds/Edges.tsx';
import type { Ridges } from '../picture/types.ts';
import { HALF, placeOf, tallOf } from './place.ts';

/** The feet of all places, and the frame of the farthest. */
export function edgesOf(picture: Ridges): readonly Edge[] {
  const tall = tallOf(picture.rows);
  return picture.slots.flatMap(({ row }, slot): Edge[] => {
    const { left, right, z } = placeOf(picture, slot, 0);
    const foot: Edge = [
      [left, 0, z],
      [right, 0, z],
    ];
    if (row > 0) return [foot];
    const frame = [
      [left, 0, z],
      [left, tall, z],
      [right, tall, z],
      [right, 0, z],
    ] as const;
    return [foot, ...[0, 1, 2].map((k): Edge => [frame[k]!, frame[k + 1]!])];
  });
}

const corners = [
  [-HALF, 0, HALF],
  [HALF, 0, HALF],
  [HALF, 0, -HALF],
  [-HALF, 0, -HALF],
] as const;
const above = ([x, , z]: (typeof corners)[number]) => [x, tallOf(1), z] as const;

/** The floor that trials stand on, and how high the back of the room is. */
export const floorEdges: readonly Edge[] = [
  ...corners.map((corner, k): Edge => [corner, corners[(k + 1) % 4]!]),
  [corners[2], above(corners[2])],
  [corners[3], above(corners[3])],
  [above(corners[2]), above(corners[3])],
];
