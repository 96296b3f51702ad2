import { updateArrowsOf, type UpdateArrow } from '../../runs/updateArrows.ts';
import { contains } from '../../../../src/surfaces/domain.ts';
import { displayPoint } from '../../../../src/view/display.ts';
import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import { inkColour } from '../../../../src/view/palette.ts';
import { angleOf } from '../angle.ts';
import type { LabelInputs } from './types.ts';

/** Names at the ends of the selected optimizer's arrows, and the angle in its arc. */
export function arrowLabels({ state, runs, model, frame, palette, words, project }: LabelInputs): LabelSpec[] {
  const run = runs.find(({ id }) => id === state.selected);
  // The row that the heads rest on.
  const step = Math.floor(frame.row);
  const update = run && state.arrows ? updateArrowsOf(run, step) : null;
  if (!run || !update) return [];
  const at = { x: 0, y: 0, z: 0 };
  const place = (x: number, y: number) => project(displayPoint(model.display, x, y, model.objective.value(x, y), at));
  const labels: LabelSpec[] = [];
  const text = ({ kind, baked }: UpdateArrow) => {
    if (kind === 'memory' && baked) return 'arrow.memory.baked';
    return kind === 'step' && update.which === 'last' ? 'arrow.step.last' : (`arrow.${kind}` as const);
  };
  for (const arrow of update.arrows) {
    const { kind, symbol, dx, dy } = arrow;
    const [x, y] = [update.x + dx, update.y + dy];
    if (!contains(model.display.domain, x, y)) continue;
    const p = place(x, y);
    labels.push({
      id: `arrow-${kind}-${symbol}`,
      text: words(text(arrow), { symbol }),
      kind: 'event',
      colour: kind === 'step' ? inkColour(palette.theme, run.ink) : palette.ink,
      anchorX: p.x,
      anchorY: p.y,
      wishX: 0,
      wishY: -18,
      reach: 130,
    });
  }
  const angle = angleOf(run, step, model);
  if (angle) {
    const middle =
      angle.downRad + Math.atan2(Math.sin(angle.wayRad - angle.downRad), Math.cos(angle.wayRad - angle.downRad)) / 2;
    const radius = 1.9 / model.display.scale;
    const [x, y] = [angle.x + radius * Math.cos(middle), angle.y + radius * Math.sin(middle)];
    const p = place(x, y);
    const turn = Math.abs(Math.atan2(Math.sin(angle.wayRad - angle.downRad), Math.cos(angle.wayRad - angle.downRad)));
    labels.push({
      id: 'arrow-angle',
      text: words('arrow.angle', { angle: `${words.fixed((turn * 180) / Math.PI, 1)}°` }),
      kind: 'event',
      colour: palette.accent,
      anchorX: p.x,
      anchorY: p.y,
      wishX: 0,
      wishY: 0,
      reach: 110,
    });
  }
  return labels;
}
