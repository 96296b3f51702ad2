import { useLabSession } from '../../runs/lab.tsx';
import { useLayoutEffect, useRef } from 'react';
import type { RunView } from '../../runs/runViews.ts';
import { drawnRow } from '../../trace/jump.ts';
import { glyphPath, isHollow } from '../book/glyph.ts';
import { heightAt, type ChartData } from './chartData.ts';
import { xOf, yOf, type ChartFrame } from './frame.ts';

interface ChartNowProps {
  readonly runs: readonly RunView[];
  readonly colours: readonly string[];
  readonly data: ChartData;
  readonly frame: ChartFrame;
  readonly past: string;
}

/** Cursor and dots at the clock. They move as the heads do (crossing, then resting), by reference: a tick renders nothing. */
export function ChartNow({ runs, colours, data, frame, past }: ChartNowProps) {
  const { clock } = useLabSession();
  const clip = useRef<SVGRectElement>(null);
  const cursor = useRef<SVGLineElement>(null);
  const dots = useRef<(SVGPathElement | null)[]>([]);
  useLayoutEffect(() => {
    const move = () => {
      const row = Math.min(drawnRow(clock.t), frame.steps);
      const x = xOf(frame, row);
      clip.current?.setAttribute('width', String(x));
      cursor.current?.setAttribute('transform', `translate(${x} 0)`);
      for (let k = 0; k < data.series.length; k++) {
        const values = data.series[k] as Float64Array;
        // A run that ended earlier keeps its dot where it ended.
        const at = Math.min(row, values.length - 1);
        dots.current[k]?.setAttribute('visibility', at < 0 ? 'hidden' : 'inherit');
        if (at < 0) continue;
        dots.current[k]?.setAttribute(
          'transform',
          `translate(${xOf(frame, at)} ${yOf(frame, heightAt(data.axis, values, at))})`,
        );
      }
    };
    move();
    return clock.subscribe(move);
  }, [clock, data, frame]);
  return (
    <>
      <clipPath id={past}>
        <rect ref={clip} height={frame.height} />
      </clipPath>
      <line ref={cursor} className="chart-cursor" data-part="cursor" y1={frame.top - 4} y2={frame.bottom} />
      {runs.map(({ id, ink }, k) => (
        <path
          key={id}
          ref={(element) => {
            dots.current[k] = element;
          }}
          data-part="head"
          data-run={id}
          className={isHollow(ink.shape) ? 'chart-head chart-head-hollow' : 'chart-head'}
          color={colours[k]}
          d={glyphPath(ink.shape, 3.6)}
        />
      ))}
    </>
  );
}
