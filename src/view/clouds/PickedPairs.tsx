import { useMemo } from 'react';
import type { Matrix4 } from '../../math/matrix4.ts';
import type { Palette } from '../palette.ts';
import { CloudPoints } from './CloudPoints.tsx';
import { Correspondences } from './Correspondences.tsx';
import type { CloudSpace, Vector } from './space.ts';
import type { CloudUniforms } from './uniforms.ts';

/** Two points that somebody says are the same place, each in its own cloud's frame. */
interface PickedPair {
  readonly source: Vector;
  readonly target: Vector;
}

export interface PickedPairsProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly pairs: readonly PickedPair[];
  /** Target ← source, written from outside and read every frame. */
  readonly pose: Matrix4;
  /** The source's hue, #rrggbb. */
  readonly colour: string;
}

const DIAMETER = 11;

/** Picked points as large discs, each tied to its partner. */
export function PickedPairs({ uniforms, space, palette, pairs, pose, colour }: PickedPairsProps) {
  const source = useMemo(() => Float64Array.from(pairs.flatMap((pair) => pair.source)), [pairs]);
  const target = useMemo(() => Float64Array.from(pairs.flatMap((pair) => pair.target)), [pairs]);
  const matches = useMemo(() => ({ from: pairs.map((_, i) => i), to: pairs.map((_, i) => i) }), [pairs]);
  const shared = { uniforms, space, palette } as const;
  const marker = { ...shared, role: 'marker', diameter: DIAMETER } as const;
  return (
    <>
      <Correspondences
        {...shared}
        source={source}
        target={target}
        matches={matches}
        pose={pose}
        limit={Infinity}
        colour={palette.accent as `#${string}`}
        most={Math.max(pairs.length, 1)}
        width={1.8}
        over
      />
      <CloudPoints {...marker} points={source} pose={pose} colour={colour} />
      <CloudPoints {...marker} points={target} pose={null} colour={palette.ink} />
    </>
  );
}
