import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { Points } from '../../clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { rgb, type Palette } from '../palette.ts';
import { threadColour } from './colours.ts';
import { createLines } from './lines.ts';
import { cloudOrder } from './order.ts';
import { placeObject, worldFromBuffer } from './place.ts';
import type { CloudSpace, Vector } from './space.ts';
import { writeThreads, type Matches } from './threads.ts';
import type { CloudUniforms } from './uniforms.ts';
import { useDispose } from '../useDispose.ts';

export interface CorrespondencesProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly source: Points;
  readonly target: Points;
  /** Of the step that is shown; null: none. */
  readonly matches: Matches | null;
  /** Target ← source, written from outside and read every frame. */
  readonly pose: Matrix4;
  /** The length, in the clouds' unit, at which a thread is palest and its colour the ramp's last. */
  readonly limit: number;
  /** Colour by length along the residual ramp, or all in soft ink. */
  readonly colour: 'ink' | 'residual' | `#${string}`;
  /** So many at most are drawn, spread over all of them. */
  readonly most?: number;
  /** CSS pixels. */
  readonly width?: number;
  /** Drawn over everything, whatever stands in front. */
  readonly over?: boolean;
}

const MOST = 3000;
/** What a thread keeps of its opacity at the limit: the pull of few long ones must not hide that of many short ones. */
const LONGEST = 0.36;

/** Hairlines from the source's points, as posed, to their matches: the pull that the next step follows. */
export function Correspondences(props: CorrespondencesProps) {
  const {
    uniforms,
    space,
    palette,
    source,
    target,
    matches,
    pose,
    limit,
    colour,
    most = MOST,
    width = 1,
    over = false,
  } = props;
  const invalidate = useThree((state) => state.invalidate);
  const middles = useMemo(() => ({ source: anyOf(source), target: anyOf(target) }), [source, target]);
  const lines = useMemo(() => {
    const style = { width: 1, opacity: 1, longest: LONGEST, fade: over ? 0 : 0.45 };
    return createLines(uniforms, most, style, over ? cloudOrder.pairLine : cloudOrder.threads, { depthTest: !over });
  }, [uniforms, most, over]);
  useDispose(lines);
  useEffect(() => {
    const { starts, ends } = lines;
    lines.setCount(matches ? writeThreads(source, target, matches, middles.source, middles.target, starts, ends) : 0);
    invalidate();
  }, [lines, source, target, matches, middles, invalidate]);
  useEffect(() => {
    lines.setColour(
      colour === 'residual' ? null : colour === 'ink' ? threadColour(palette) : rgb(colour),
      limit * space.scale,
    );
    lines.setWidth(width, over ? 1 : palette.theme === 'dark' ? 0.5 : 0.6);
    invalidate();
  }, [lines, palette, colour, width, over, limit, space, invalidate]);
  useFrame(() => {
    worldFromBuffer(space, pose, middles.source, lines.worldFromStart);
    placeObject(lines.object, space, null, middles.target);
  });
  return <primitive object={lines.object} />;
}

/** Any place near the points serves to count from. */
function anyOf(points: Points): Vector {
  return [points[0] ?? 0, points[1] ?? 0, points[2] ?? 0];
}
