import { useState, type PointerEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useLabState, useSession } from '../../runs/lab.tsx';
import type { RunView } from '../../runs/runViews.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import { HeadShape } from '../controls/HeadShape.tsx';
import { useText } from '../useText.ts';
import { nearestIterate, type Iterate } from './nearest.ts';
import { contains, type Plane } from './plane.ts';

interface Hovered {
  readonly clientX: number;
  readonly clientY: number;
  readonly x: number;
  readonly y: number;
  readonly iterate: Iterate | null;
}

/** CSS pixels within which a dot is meant. */
const REACH = 10;
/** Room for the card right of the pointer. */
const CARD = 190;

/** The numbers under the pointer on a plan: those of an iterate where one is near, else of the place. */
function Card({ hovered: { clientX, clientY, x, y, iterate } }: { readonly hovered: Hovered }) {
  const t = useText();
  const { formula, params } = useLabState((state) => state.surface);
  const record = iterate?.run.record;
  const row = iterate?.row ?? 0;
  const [px, py] = record ? [record.x[2 * row] as number, record.x[2 * row + 1] as number] : [x, y];
  const f = record ? (record.f[row] as number) : objectiveOf(formula, params).value(x, y);
  const left = clientX + CARD > window.innerWidth;
  return (
    <div
      className={left ? 'plan-readout at-left' : 'plan-readout'}
      style={{ left: clientX, top: clientY }}
      aria-hidden="true"
    >
      {iterate && (
        <div className="plan-readout-run">
          <HeadShape ink={iterate.run.ink} /> {iterate.run.name}
          <span>{row === 0 ? t('chart.start') : t('chart.step', { step: row })}</span>
        </div>
      )}
      <div>
        (<i>x</i>, <i>y</i>) = ({t.number(px)}, {t.number(py)})
      </div>
      <div>
        <i>f</i> = {t.number(f)}
      </div>
    </div>
  );
}

interface PlanHoverProps {
  readonly runs: readonly RunView[];
  readonly plane: Plane;
  readonly children: ReactNode;
}

/** Wraps a plan: pointing at it shows the numbers there. A move renders the card only. */
export function PlanHover({ runs, plane, children }: PlanHoverProps) {
  const { clock } = useSession();
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const ground = event.currentTarget.querySelector('.plan-ground')?.getBoundingClientRect();
    if (!ground) return;
    const { clientX, clientY } = event;
    // In the plan's own units, which are more than a CSS pixel while presenting.
    const unit = ground.width / plane.rect.width;
    const at = [(clientX - ground.left) / unit, (clientY - ground.top) / unit] as const;
    const [x0, x1, y0, y1] = plane.domain;
    const iterate = nearestIterate(runs, Math.floor(clock.t), plane, at, REACH);
    if (!iterate && !contains(plane.rect, ...at)) {
      setHovered(null);
      return;
    }
    const x = x0 + (at[0] / plane.rect.width) * (x1 - x0);
    const y = y1 - (at[1] / plane.rect.height) * (y1 - y0);
    setHovered({ clientX, clientY, x, y, iterate });
  };
  return (
    <g onPointerMove={onPointerMove} onPointerLeave={() => setHovered(null)}>
      {children}
      {hovered && createPortal(<Card hovered={hovered} />, document.body)}
    </g>
  );
}
