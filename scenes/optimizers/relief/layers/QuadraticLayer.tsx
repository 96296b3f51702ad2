import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { useStep } from '../../../../src/runs/session.tsx';
import { contains } from '../../../../src/surfaces/domain.ts';
import type { SegmentWriter } from '../../../../src/view/arrowGeometry.ts';
import { createGlassBowl } from '../../../../src/view/glassBowl.ts';
import type { LineStyle } from '../../../../src/view/line.ts';
import { order } from '../../../../src/view/order.ts';
import { inkColour, mixHex, rgb, type Palette } from '../../../../src/view/palette.ts';
import { Strokes } from '../../../../src/view/strokes.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import { RINGS, SPOKES } from '../../quadratic/sheet.ts';
import { shownSheet } from '../../quadratic/shown.ts';
import type { RunView } from '../../runs/runViews.ts';
import type { SceneModel } from '../model.ts';

export interface QuadraticLayerProps {
  readonly shared: SharedUniforms;
  readonly model: SceneModel;
  readonly run: RunView;
  readonly palette: Palette;
}

const thin: readonly LineStyle[] = [
  { width: 1.1, opacity: 0.55, pull: 0.1 },
  { width: 1, opacity: 0.22, pull: 0.1, behind: true },
];
const thick: readonly LineStyle[] = [
  { width: 2.6, pull: 0.14 },
  { width: 1.6, opacity: 0.5, pull: 0.14, behind: true },
  { width: 1.8, flat: true, pull: 0.06 },
];

/** The selected run's quadratic model at the step shown: a bowl of glass, the ellipse on the iterate's level, the eigenvectors. */
export function QuadraticLayer({ shared, model, run, palette }: QuadraticLayerProps) {
  const step = useStep();
  const invalidate = useThree((three) => three.invalidate);
  const parts = useMemo(() => {
    const glass = createGlassBowl(shared, RINGS, SPOKES);
    const rings = new Strokes(shared, RINGS * SPOKES, order.glass + 0.1, thin);
    const level = new Strokes(shared, SPOKES, order.glass + 0.2, thick);
    const axes = new Strokes(shared, 2 * AXIS, order.glass + 0.3, thick);
    const group = new Group();
    group.add(glass.object, rings.object, level.object, axes.object);
    return { glass, rings, level, axes, group };
  }, [shared]);
  useEffect(
    () => () => {
      for (const part of [parts.glass, parts.rings, parts.level, parts.axes]) part.dispose();
    },
    [parts],
  );
  useEffect(() => {
    const sheet = shownSheet(run, step, model)?.sheet ?? null;
    const { domain } = model.display;
    const highest = model.cuts[Math.min(step, model.cuts.length - 1)] ?? Infinity;
    const fill = (strokes: Strokes, put: (segment: Put) => void) => {
      const out: SegmentWriter = { data: strokes.data, count: 0 };
      put((ax, ay, af, bx, by, bf) => {
        const drawn = contains(domain, ax, ay) && contains(domain, bx, by) && af <= highest && bf <= highest;
        if (!drawn || out.count * 8 >= out.data.length) return;
        out.data.set([ax, ay, af, 0, bx, by, bf, 1], out.count * 8);
        out.count++;
      });
      strokes.setCount(out.count);
    };
    parts.group.visible = sheet !== null;
    if (sheet) parts.glass.setPlaces(sheet.places);
    fill(parts.rings, (segment) => {
      for (let ring = 2; ring <= RINGS; ring += 2) round(sheet?.places, ring * SPOKES, segment);
    });
    fill(parts.level, (segment) => round(sheet?.level, 0, segment));
    fill(parts.axes, (segment) => {
      // Along the sheet, not through it: from ring to ring of the spokes that lie on the axes.
      for (const spoke of [0, SPOKES / 2, SPOKES / 4, (3 * SPOKES) / 4]) spokeOf(sheet?.places, spoke, segment);
    });
    invalidate();
  }, [parts, model, run, step, invalidate]);
  useEffect(() => {
    const own = inkColour(palette.theme, run.ink);
    parts.glass.setColour(rgb(own));
    parts.rings.setColours(mixHex(palette.ink, own, 0.5));
    parts.level.setColours(rgb(own));
    parts.axes.setColours(rgb(palette.ink));
    parts.axes.setWidths(1.8, 1.1, 1.2);
    invalidate();
  }, [parts, palette, run.ink, invalidate]);
  return <primitive object={parts.group} />;
}

type Put = (ax: number, ay: number, af: number, bx: number, by: number, bf: number) => void;
type Places = ArrayLike<number> | null | undefined;
/** Segments of one axis. */
const AXIS = 2 * RINGS;

function between(places: ArrayLike<number>, a: number, b: number, put: Put): void {
  const at = (i: number, k: number) => places[3 * i + k] as number;
  put(at(a, 0), at(a, 1), at(a, 2), at(b, 0), at(b, 1), at(b, 2));
}

function round(places: Places, first: number, put: Put): void {
  for (let k = 0; places && k < SPOKES; k++) between(places, first + k, first + ((k + 1) % SPOKES), put);
}

function spokeOf(places: Places, spoke: number, put: Put): void {
  for (let ring = 0; places && ring < RINGS; ring++)
    between(places, ring * SPOKES + spoke, (ring + 1) * SPOKES + spoke, put);
}
