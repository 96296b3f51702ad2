import { contains } from '../../../../src/surfaces/domain.ts';
import { displayPoint, floorPoint } from '../../../../src/view/display.ts';
import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import type { LabelInputs } from './types.ts';

/** The letter of each basin's minimum: on the plan, or on the surface where the plan is folded away. */
export function basinLabels({ basins, state, model, palette, project }: LabelInputs): LabelSpec[] {
  const { display, objective } = model;
  return basins
    .filter(({ at }) => contains(display.domain, ...at))
    .map(({ letter, at: [x, y] }): LabelSpec => {
      const world = { x: 0, y: 0, z: 0 };
      const p = project(
        state.plan ? floorPoint(display, x, y, world) : displayPoint(display, x, y, objective.value(x, y), world),
      );
      return {
        ...{ id: `basin-${letter}`, text: letter, kind: 'minimum', colour: palette.ink },
        ...{ anchorX: p.x, anchorY: p.y, wishX: 14, wishY: -12, reach: 40 },
      };
    });
}
