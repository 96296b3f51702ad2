import { useMemo } from 'react';
import type { Points } from '../../../src/clouds/types.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import { targetHex } from '../../../src/view/clouds/colours.ts';
import { ShadedPoints, type ShadedPointsProps } from '../../../src/view/clouds/shaded/ShadedPoints.tsx';
import type { Drawn } from '../../../src/scene/stage.ts';
import { heightOf } from '../../../src/view/clouds/panes.ts';
import type { Pictured } from '../../../src/reconstruction/pictured.ts';
import { solidOf } from './solid.ts';
import { lifted } from './tones.ts';
import { spaced } from '../../../src/view/clouds/shaded/spacings.ts';

interface Props
  extends
    Partial<Pick<Drawn, 'boxes'>>,
    Pick<ShadedPointsProps, 'uniforms' | 'space' | 'palette' | 'residuals' | 'limit' | 'morph'> {
  readonly points: Points;
  /** #rrggbb; absent: the ink of what stays. */
  readonly colour?: string;
  readonly start?: Points | null;
  /** They are lit, as a surface is. */
  readonly lit?: boolean;
  /** As the picture shows them; null: in their hue. */
  readonly pictured?: Pictured | null;
  /** How much of their hue is kept over the picture's colours: over a grey picture's, which are lifted into the light. */
  readonly mixed?: number;
  readonly pose?: Matrix4 | null;
  /** Of the dots, as the reader has it: 1 is usual. */
  readonly size: number;
}

/** Dots of the usual size, CSS pixels. */
const LEAST = 2;
const MOST = 8;
/** In high panes they grow along: the thing is as dense as elsewhere. */
const HEIGHT_OF_ONE = 60;
/** Where they are lit, they are balls of one size: of so many radii of the discs that close the surface, and larger than plain dots. */
const BALL = 0.88;
const LARGER = 1.5;

function ballsOf(points: Points) {
  const { radius, normals } = solidOf(points);
  return { normals, spacings: new Float32Array(points.length / 3).fill(BALL * radius) };
}

/** An answer's or a truth's points as shaded dots that close its surfaces. */
export function ShapePoints({ points, colour, start = null, lit = false, ...rest }: Props) {
  const { pictured = null, mixed = 0, pose = null, size, boxes = [], ...drawn } = rest;
  const cloud = useMemo(
    () => ({
      ...{ points, start, ...(lit ? ballsOf(points) : spaced(points)) },
      colours: pictured && (mixed > 0 ? lifted(pictured.colours) : pictured.colours),
      guessed: pictured ? pictured.seen.map((each) => 1 - each) : null,
    }),
    [points, start, lit, pictured, mixed],
  );
  const high = Math.max(MOST, Math.min(...boxes.map(heightOf)) / HEIGHT_OF_ONE);
  return (
    <ShadedPoints
      {...drawn}
      cloud={cloud}
      colouring={pictured ? 'own' : 'hue'}
      pose={pose}
      colour={colour ?? targetHex(drawn.palette)}
      mixed={mixed}
      widen={size}
      least={size * LEAST}
      most={size * (lit ? LARGER : 1) * (boxes.length > 0 ? high : MOST)}
    />
  );
}
