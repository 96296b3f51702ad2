import { useMemo } from 'react';
import type { Points } from '../../../src/clouds/types.ts';
import { targetHex } from '../../../src/view/clouds/colours.ts';
import { ShadedPoints, type ShadedPointsProps } from '../../../src/view/clouds/shaded/ShadedPoints.tsx';
import { spaced } from '../../../src/view/clouds/shaded/spacings.ts';

interface Props extends Pick<
  ShadedPointsProps,
  'uniforms' | 'space' | 'palette' | 'residuals' | 'limit' | 'morph' | 'lens'
> {
  readonly points: Points;
  /** #rrggbb; absent: the ink of what stays. */
  readonly colour?: string;
  readonly start?: Points | null;
  /** Of the dots, as the reader has it: 1 is usual. */
  readonly size: number;
}

/** Dots of the usual size, CSS pixels. */
const LEAST = 2;
const MOST = 8;

/** An answer's or a truth's points as shaded dots that close its surfaces. */
export function ShapePoints({ points, colour, start = null, size, ...rest }: Props) {
  const cloud = useMemo(() => ({ points, ...spaced(points), colours: null, start }), [points, start]);
  return (
    <ShadedPoints
      {...rest}
      cloud={cloud}
      pose={null}
      colour={colour ?? targetHex(rest.palette)}
      widen={size}
      least={size * LEAST}
      most={size * MOST}
    />
  );
}
