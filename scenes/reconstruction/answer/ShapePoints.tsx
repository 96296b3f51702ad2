import { useMemo } from 'react';
import type { Points } from '../../../src/clouds/types.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import { targetHex } from '../../../src/view/clouds/colours.ts';
import { ShadedPoints, type ShadedPointsProps } from '../../../src/view/clouds/shaded/ShadedPoints.tsx';
import type { Drawn } from '../../../src/scene/stage.ts';
import { heightOf } from '../../../src/view/clouds/panes.ts';
import { spaced } from '../../../src/view/clouds/shaded/spacings.ts';

interface Props
  extends
    Partial<Pick<Drawn, 'boxes'>>,
    Pick<ShadedPointsProps, 'uniforms' | 'space' | 'palette' | 'residuals' | 'limit' | 'morph'> {
  readonly points: Points;
  /** #rrggbb; absent: the ink of what stays. */
  readonly colour?: string;
  readonly start?: Points | null;
  readonly pose?: Matrix4 | null;
  /** Of the dots, as the reader has it: 1 is usual. */
  readonly size: number;
}

/** Dots of the usual size, CSS pixels. */
const LEAST = 2;
const MOST = 8;
/** In high panes they grow along: the thing is as dense as elsewhere. */
const HEIGHT_OF_ONE = 70;

/** An answer's or a truth's points as shaded dots that close its surfaces. */
export function ShapePoints({ points, colour, start = null, pose = null, size, boxes = [], ...rest }: Props) {
  const cloud = useMemo(() => ({ points, ...spaced(points), colours: null, start }), [points, start]);
  const high = Math.max(MOST, Math.min(...boxes.map(heightOf)) / HEIGHT_OF_ONE);
  return (
    <ShadedPoints
      {...rest}
      cloud={cloud}
      pose={pose}
      colour={colour ?? targetHex(rest.palette)}
      widen={size}
      least={size * LEAST}
      most={size * (boxes.length > 0 ? high : MOST)}
    />
  );
}
