import { useState, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { lab } from '../model.ts';
import { useGuess } from '../runs/useRuns.ts';
import type { RunView } from '../runs/runViews.ts';
import { onGrid } from '../../../src/surfaces/domain.ts';
import { objectiveOf } from '../../../src/surfaces/objective.ts';
import { HeadShape } from '../HeadShape.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { nearestIterate, type Iterate } from './nearest.ts';
import { contains, placeOn, type Plane } from './plane.ts';

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
  const { formula, params } = lab.useState((state) => state.surface);
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

/** Pixels from the plan's upper left corner, in its own units, which are more than a CSS pixel while presenting. */
function onPlan(event: MouseEvent<SVGGElement>, plane: Plane): readonly [x: number, y: number] | null {
  const ground = event.currentTarget.querySelector('.plan-ground')?.getBoundingClientRect();
  if (!ground) return null;
  const unit = ground.width / plane.rect.width;
  return [(event.clientX - ground.left) / unit, (event.clientY - ground.top) / unit];
}

/**
 * Wraps a plan: pointing at it shows the numbers there, and while a card asks for a mark of a run on it, a click or a tap sets the mark.
 * A move renders the card only.
 */
export function PlanHover({ runs, plane, children }: PlanHoverProps) {
  const {
    clock,
    own: { guess },
  } = lab.useSession();
  const { placing, run } = useGuess();
  const [hovered, setHovered] = useState<Hovered | null>(null);
  // The mark says where one optimizer will be: another one's plan is not asked.
  const asked = placing && runs.some(({ id }) => id === run);
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const at = onPlan(event, plane);
    if (!at) return;
    const { clientX, clientY } = event;
    const iterate = nearestIterate(runs, Math.floor(clock.t), plane, at, REACH);
    if (!iterate && !contains(plane.rect, ...at)) {
      setHovered(null);
      return;
    }
    const [x, y] = placeOn(plane, ...at);
    setHovered({ clientX, clientY, x, y, iterate });
  };
  const onClick = (event: MouseEvent<SVGGElement>) => {
    const at = onPlan(event, plane);
    if (at && contains(plane.rect, ...at)) guess.setState({ at: onGrid(placeOn(plane, ...at), plane.domain) });
  };
  return (
    <g onPointerMove={onPointerMove} onPointerLeave={() => setHovered(null)} onClick={asked ? onClick : undefined}>
      {children}
      {hovered && createPortal(<Card hovered={hovered} />, document.body)}
    </g>
  );
}
