import { contains } from '../../../../src/surfaces/domain.ts';
import { displayPoint } from '../../../../src/view/display.ts';
import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import { inkColour } from '../../../../src/view/palette.ts';
import { RINGS, SPOKES } from '../../quadratic/sheet.ts';
import { shownSheet } from '../../quadratic/shown.ts';
import type { LabelInputs } from './types.ts';

/** What the glass is, and the eigenvalues at the ends of its eigenvectors. */
export function quadraticLabels({ state, runs, model, frame, palette, words, project }: LabelInputs): LabelSpec[] {
  const run = state.quadratic ? runs.find(({ id }) => id === state.selected) : undefined;
  const step = Math.floor(frame.row);
  const shown = run && shownSheet(run, step, model);
  if (!shown) return [];
  const { local, sheet } = shown;
  const highest = model.cuts[Math.min(step, model.cuts.length - 1)] ?? Infinity;
  const world = { x: 0, y: 0, z: 0 };
  const label = (id: string, text: string, colour: string, [x, y, f]: readonly [number, number, number]) => {
    const p = project(displayPoint(model.display, x, y, f, world));
    const place = { anchorX: p.x, anchorY: p.y, wishX: 0, wishY: -16, reach: 120 };
    return { id, text, kind: 'event' as const, colour, ...place };
  };
  /** The outermost place along a spoke that is in the picture. */
  const outermost = (spoke: number): readonly [number, number, number] | null => {
    for (let ring = RINGS; ring > 0; ring--) {
      const [x = NaN, y = NaN, f = NaN] = sheet.places.subarray(3 * (ring * SPOKES + spoke));
      if (contains(model.display.domain, x, y) && f <= highest) return [x, y, f];
    }
    return null;
  };
  const eigen = [
    ['quadratic-steep', local.eigen.largest, 0],
    ['quadratic-gentle', local.eigen.smallest, SPOKES / 4],
  ] as const;
  const [x, y, f] = sheet.centre;
  return [
    ...(contains(model.display.domain, x, y) && f <= highest
      ? [label('quadratic', words(`quadratic.${local.shape}`), inkColour(palette.theme, run.ink), sheet.centre)]
      : []),
    ...eigen.flatMap(([id, value, spoke]) => {
      const place = outermost(spoke);
      return place ? [label(id, words('quadratic.eigen', { value: words.number(value, 3) }), palette.ink, place)] : [];
    }),
  ];
}
