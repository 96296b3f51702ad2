import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { useDispose } from '../useDispose.ts';
import { mixHex, type Palette } from '../palette.ts';
import { createLines } from './lines.ts';
import { cloudOrder } from './order.ts';
import type { CloudUniforms } from './uniforms.ts';

type Place = readonly [x: number, y: number, z: number];
/** In the world. */
export type Edge = readonly [from: Place, to: Place];

interface Props {
  readonly uniforms: CloudUniforms;
  readonly palette: Palette;
  /** The same list as long as nothing of it changes. */
  readonly edges: readonly Edge[];
  /** CSS pixels. */
  readonly width: number;
  /** From 0, paper, to 1, ink. */
  readonly ink: number;
}

/** Lines that stand: a box, axes, the rim of a plane. */
export function Edges({ uniforms, palette, edges, width, ink }: Props) {
  const invalidate = useThree((state) => state.invalidate);
  const lines = useMemo(() => {
    const made = createLines(uniforms, edges.length, { width, opacity: 1 }, cloudOrder.target);
    edges.forEach(([from, to], i) => {
      made.starts.set(from, 3 * i);
      made.ends.set(to, 3 * i);
    });
    made.setCount(edges.length);
    return made;
  }, [uniforms, edges, width]);
  useDispose(lines);
  useEffect(() => {
    lines.setColour(mixHex(palette.paper, palette.ink, ink));
    invalidate();
  }, [lines, palette, ink, invalidate]);
  return <primitive object={lines.object} />;
}
