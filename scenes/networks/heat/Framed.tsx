import type { ReactNode } from 'react';
import { useSize } from '../../../src/ui/useSize.ts';

interface Props {
  /** Over the plot. */
  readonly head: ReactNode;
  /** Of the drawing; absent: what it holds says what it is. */
  readonly label?: string;
  /** The plot itself, in the pixels that it has. */
  readonly draw: (width: number, height: number) => ReactNode;
}

/** Room for the numbers around a plot. */
const ROOM = { left: 52, right: 12, top: 8, bottom: 24 };

/** A plot with its words over it, as large as there is room. */
export function Framed({ head, label, draw }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const [width, height] = size ? [size.width - ROOM.left - ROOM.right, size.height - ROOM.top - ROOM.bottom] : [0, 0];
  return (
    <section className="net-heat-part">
      <div className="net-heat-head">{head}</div>
      <div className="net-heat-plot" ref={ref}>
        {size && width > 40 && height > 40 && (
          <svg width={size.width} height={size.height} role={label === undefined ? 'group' : 'img'} aria-label={label}>
            <g transform={`translate(${ROOM.left} ${ROOM.top})`}>{draw(width, height)}</g>
          </svg>
        )}
      </div>
    </section>
  );
}
