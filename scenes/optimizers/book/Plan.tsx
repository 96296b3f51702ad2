import type { ReactNode } from 'react';
import { contains } from '../../../src/surfaces/domain.ts';
import type { Minimum } from '../../../src/surfaces/types.ts';
import { Axes } from './Axes.tsx';
import { screenX, screenY, type Plane } from './plane.ts';

interface PlanProps {
  readonly plane: Plane;
  /** SVG path data of each contour line. */
  readonly contours: readonly string[];
  readonly minima: readonly Minimum[];
  readonly clip: string;
  readonly show: (value: number) => string;
  /** Below the contours. */
  readonly under?: ReactNode;
  readonly children?: ReactNode;
}

/** The flat map: contours, axes, `+` at the known minima as in the book; paths go on top. Its plane starts at (0, 0). */
export function Plan({ plane, contours, minima, clip, show, under, children }: PlanProps) {
  return (
    <>
      <rect className="plan-ground" width={plane.rect.width} height={plane.rect.height} />
      {under}
      <g className="plan-contours" clipPath={`url(#${clip})`}>
        {contours.map((data, k) => (
          <path key={k} d={data} />
        ))}
      </g>
      <Axes plane={plane} show={show} />
      {minima
        .filter(({ at }) => contains(plane.domain, ...at))
        .map(({ at: [x, y] }) => (
          <path
            key={`${x},${y}`}
            className="plan-minimum"
            transform={`translate(${screenX(plane, x)} ${screenY(plane, y)})`}
            d="M-5 0H5M0 -5V5"
          />
        ))}
      {children}
    </>
  );
}
