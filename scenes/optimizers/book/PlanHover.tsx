import { useState, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useDraped } from '../basins/useDraped.ts';
import { lab } from '../model.ts';
import { useGuess } from '../runs/useRuns.ts';
import type { RunView } from '../runs/runViews.ts';
import { onGrid } from '../../../src/surfaces/domain.ts';
import type { Pointed } from '../pointed/pointed.ts';
import { Readout } from '../pointed/Readout.tsx';
import { setStart } from '../state/actions.ts';
import { nearestIterate } from './nearest.ts';
import { contains, placeOn, type Plane } from './plane.ts';

/** CSS pixels within which a dot is meant. */
const REACH = 10;
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
    store,
    own: { guess },
  } = lab.useSession();
  const { placing, run } = useGuess();
  const [hovered, setHovered] = useState<Pointed | null>(null);
  // The mark says where one optimizer will be: another one's plan is not asked.
  /** Every place of a map of starts is one. */
  const draped = useDraped();
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
    setHovered({ clientX, clientY, x, y, dot: iterate && { id: iterate.run.id, row: iterate.row } });
  };
  const onClick = (event: MouseEvent<SVGGElement>) => {
    const at = onPlan(event, plane);
    if (!at || !contains(plane.rect, ...at)) return;
    const place = onGrid(placeOn(plane, ...at), plane.domain);
    if (asked) guess.setState({ at: place });
    // As on the relief.
    else if (draped || event.altKey || event.shiftKey) setStart(store, place, 'push');
  };
  return (
    <g onPointerMove={onPointerMove} onPointerLeave={() => setHovered(null)} onClick={onClick}>
      {children}
      {hovered && createPortal(<Readout at={hovered} />, document.body)}
    </g>
  );
}
