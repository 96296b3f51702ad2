import type { Edge } from '../../../../src/view/clouds/Edges.tsx';
import type { RidgePlace } from '../../../../src/view/ridges/ridges.ts';
import { activationRow, gradientRow, TALL } from './place.ts';

/** The feet of all sheets, and their borders. */
export function edgesOf(
  count: number,
  gradients: boolean,
): { readonly feet: readonly Edge[]; readonly frames: readonly Edge[] } {
  const places = [...activationRow(count, gradients).places, ...(gradients ? gradientRow(count).places : [])];
  return { feet: places.map(footOf), frames: places.flatMap(frameOf) };
}

const footOf = ({ left, right, foot, z }: RidgePlace): Edge => [
  [left, foot, z],
  [right, foot, z],
];

function frameOf({ left, right, foot, z }: RidgePlace): Edge[] {
  const top = foot + TALL;
  const places = [
    [left, foot, z],
    [left, top, z],
    [right, top, z],
    [right, foot, z],
  ] as const;
  return [0, 1, 2].map((k) => [places[k]!, places[k + 1]!] as const);
}
