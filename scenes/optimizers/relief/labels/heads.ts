import { contains } from '../../../../src/surfaces/domain.ts';
import { displayPoint } from '../../../../src/view/display.ts';
import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import { inkColour } from '../../../../src/view/palette.ts';
import type { LabelInputs } from './types.ts';

/** The optimizers' names, led to their heads. */
export function headLabels({ runs, model, frame, palette, lit, project }: LabelInputs): LabelSpec[] {
  const at = { x: 0, y: 0, z: 0 };
  const heads = runs.map((run, i) => {
    const [x, y, f] = frame.heads.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
    const drawn = contains(model.display.domain, x, y) && f <= frame.cut;
    return { run, drawn, p: { ...project(displayPoint(model.display, x, y, f, at)) } };
  });
  // From left to right, so that leaders do not cross.
  return heads
    .filter(({ drawn }) => drawn)
    .sort((a, b) => a.p.x - b.p.x)
    .map(({ run, p }, i, all): LabelSpec => ({
      id: `head-${run.id}`,
      text: run.name,
      kind: 'head',
      colour: inkColour(palette.theme, run.ink),
      anchorX: p.x,
      anchorY: p.y,
      wishX: (i - (all.length - 1) / 2) * 64,
      wishY: -64,
      reach: 260,
      lit: run.id === lit,
    }));
}
