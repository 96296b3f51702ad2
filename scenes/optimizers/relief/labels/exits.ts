import { eventsOf } from '../../runs/events.ts';
import { displayPoint, floorPoint } from '../../../../src/view/display.ts';
import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import { inkColour } from '../../../../src/view/palette.ts';
import { exitPlaces } from '../exits.ts';
import type { LabelInputs } from './types.ts';

/** The events that the card lists, in its numbers, each at its place in the picture as soon as it has happened. */
export function exitLabels({ state, runs, model, frame, palette, words, project }: LabelInputs): LabelSpec[] {
  const at = { x: 0, y: 0, z: 0 };
  return runs.flatMap((run) =>
    exitPlaces(run, model, eventsOf(run, state), state.cut).flatMap(
      ({ kind, x, y, f, flat, row, event }): LabelSpec[] => {
        if (row > frame.row || (flat && !state.plan)) return [];
        const p = project(flat ? floorPoint(model.display, x, y, at) : displayPoint(model.display, x, y, f, at));
        const values = { optimizer: run.name, step: event.step, f: words.number(event.f, 3) };
        return [
          {
            id: `${kind}-${run.id}`,
            text: words(kind === 'rim' ? 'scene.rim' : 'scene.left', values),
            kind: 'event',
            colour: inkColour(palette.theme, run.ink),
            anchorX: p.x,
            anchorY: p.y,
            wishX: 0,
            wishY: flat ? 26 : -30,
            reach: 200,
            led: true,
          },
        ];
      },
    ),
  );
}
