import { displayPoint, floorPoint } from '../../../src/view/display.ts';
import type { LabelSpec } from '../../../src/view/LabelLayer.ts';
import { inkColour } from '../../../src/view/palette.ts';
import { exitsOf, standsOnPlan } from '../exits.ts';
import type { LabelInputs } from './types.ts';

/** Where a path climbed over the rim or left the map, as soon as it has. */
export function exitLabels({ state, runs, model, frame, palette, words, project }: LabelInputs): LabelSpec[] {
  const at = { x: 0, y: 0, z: 0 };
  const labels: LabelSpec[] = [];
  for (const run of runs) {
    for (const exit of exitsOf(run, model)) {
      const flat = standsOnPlan(exit, model);
      if (exit.row > frame.row || (flat && !state.plan)) continue;
      const p = project(
        flat ? floorPoint(model.display, exit.x, exit.y, at) : displayPoint(model.display, exit.x, exit.y, exit.f, at),
      );
      const values = { optimizer: run.name, step: exit.step, f: words.number(exit.fBeyond, 3) };
      labels.push({
        id: `${exit.kind}-${run.id}`,
        text: words(exit.kind === 'rim' ? 'scene.rim' : 'scene.left', values),
        kind: 'event',
        colour: inkColour(palette.theme, run.ink),
        anchorX: p.x,
        anchorY: p.y,
        wishX: 0,
        wishY: flat ? 26 : -30,
        reach: 200,
      });
    }
  }
  return labels;
}
