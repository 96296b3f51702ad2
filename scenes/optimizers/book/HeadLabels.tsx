import { lab } from '../model.ts';
import { useMemo, useSyncExternalStore } from 'react';
import type { RunView } from '../runs/runViews.ts';
import { placeLabels } from './placeLabels.ts';
import { bookRows } from './bookRows.ts';
import { screenX, screenY, type Plane, type Segment } from './plane.ts';

interface HeadLabelsProps {
  readonly runs: readonly RunView[];
  readonly colours: readonly string[];
  readonly plane: Plane;
}

/** Of a long run, every so many rows are enough to know where its path lies. */
const SAMPLES = 100;

function pathLines({ record }: RunView, plane: Plane): Segment[] {
  const rows = bookRows(record);
  const every = Math.max(1, Math.floor(rows / SAMPLES));
  const lines: Segment[] = [];
  for (let i = every; i < rows; i += every) {
    const [ax, ay] = [record.x[2 * (i - every)] as number, record.x[2 * (i - every) + 1] as number];
    const [bx, by] = [record.x[2 * i] as number, record.x[2 * i + 1] as number];
    lines.push([screenX(plane, ax), screenY(plane, ay), screenX(plane, bx), screenY(plane, by)]);
  }
  return lines;
}

/** Names beside the heads, kept apart, with leaders. They stand where the heads come to rest, so they move once a step. */
export function HeadLabels({ runs: all, colours, plane }: HeadLabelsProps) {
  const { clock } = lab.useSession();
  // Where f has no value at the start there is no head.
  const runs = useMemo(() => all.filter(({ record }) => record.count > 0), [all]);
  const row = useSyncExternalStore(clock.subscribe, () => Math.ceil(clock.t));
  const lines = useMemo(() => runs.flatMap((run) => pathLines(run, plane)), [runs, plane]);
  const labels = useMemo(() => {
    const heads = runs.map(({ record, name }) => {
      const last = Math.min(row, bookRows(record) - 1);
      return {
        name,
        x: screenX(plane, record.x[2 * last] as number),
        y: screenY(plane, record.x[2 * last + 1] as number),
      };
    });
    return placeLabels(heads, plane.rect, lines);
  }, [runs, plane, row, lines]);
  return labels.map((label, k) => {
    const run = runs[k] as RunView;
    return (
      <g key={run.id} data-part="label" data-run={run.id} color={colours[all.indexOf(run)]}>
        <line
          className="plan-leader"
          x1={label.leader[0]}
          y1={label.leader[1]}
          x2={label.leader[2]}
          y2={label.leader[3]}
        />
        <text className="plan-label" x={label.x} y={label.y} dy="0.35em" textAnchor={label.anchor}>
          {run.name}
        </text>
      </g>
    );
  });
}
