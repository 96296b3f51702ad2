import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { useLit, useStep } from '../../../../src/runs/session.tsx';
import type { RunView } from '../../runs/runViews.ts';
import { updateArrowsOf, type UpdateArrow } from '../../runs/updateArrows.ts';
import {
  ARROW_SEGMENTS,
  putArc,
  putArrow,
  putSegment,
  type SegmentWriter,
} from '../../../../src/view/arrowGeometry.ts';
import { order } from '../../../../src/view/order.ts';
import { inkColour, mixHex, rgb, type Palette } from '../../../../src/view/palette.ts';
import { Strokes } from '../../../../src/view/strokes.ts';
import type { LineStyle } from '../../../../src/view/line.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import { angleOf } from '../angle.ts';
import type { SceneModel } from '../model.ts';

export interface ArrowLayerProps {
  readonly shared: SharedUniforms;
  readonly model: SceneModel;
  readonly run: RunView;
  readonly palette: Palette;
}

/** On the surface and once more, flat, on the plan: halo first. */
const styles: readonly LineStyle[] = [
  { width: 6, opacity: 0.9, pull: 0.28 },
  { width: 3, pull: 0.3 },
  { width: 2, flat: true, pull: 0.06 },
];
const thin: readonly LineStyle[] = [
  { width: 2, pull: 0.3 },
  { width: 1.6, flat: true, pull: 0.06 },
];
/** World units. */
const BARB = 0.42;
const SCALE_ARM = 0.9;
const ARC_RADIUS = 1.5;

/** The selected optimizer's update at the iterate shown: gradient, memory, step, per-coordinate scale, and the angle to the minimum. */
export function ArrowLayer({ shared, model, run, palette }: ArrowLayerProps) {
  const step = useStep();
  const invalidate = useThree((three) => three.invalidate);
  const gradientLit = useLit({ kind: 'symbol', name: 'g' });
  const stepLit = useLit({ kind: 'symbol', name: 'x' });
  const update = useMemo(() => updateArrowsOf(run, step), [run, step]);
  const memory = update?.arrows.find(({ kind }) => kind === 'memory')?.symbol ?? '';
  const memoryLit = useLit({ kind: 'symbol', name: memory });
  const angleLit = useLit({ kind: 'thing', name: 'angle' });
  const parts = useMemo(() => {
    const stroke = (rank: number, capacity: number, look: readonly LineStyle[]) =>
      new Strokes(shared, capacity, order.mark + 0.1 * rank, look);
    const built = {
      scale: stroke(0, 4, thin),
      angle: stroke(1, 80, thin),
      gradient: stroke(2, ARROW_SEGMENTS, styles),
      memory: stroke(3, ARROW_SEGMENTS * 2, styles),
      step: stroke(4, ARROW_SEGMENTS, styles),
    };
    const group = new Group();
    group.add(...Object.values(built).map(({ object }) => object));
    return { ...built, group };
  }, [shared]);
  useEffect(
    () => () => {
      for (const part of [parts.scale, parts.angle, parts.gradient, parts.memory, parts.step]) part.dispose();
    },
    [parts],
  );
  useEffect(() => {
    const { objective, display } = model;
    const { domain } = display;
    const fill = (strokes: Strokes, put: (out: SegmentWriter) => void) => {
      const out: SegmentWriter = { data: strokes.data, count: 0 };
      put(out);
      strokes.setCount(out.count);
    };
    const arrows = (kind: UpdateArrow['kind']) => (out: SegmentWriter) => {
      for (const arrow of update?.arrows ?? []) {
        if (!update || arrow.kind !== kind) continue;
        putArrow(out, objective, domain, update.x, update.y, arrow.dx, arrow.dy, BARB / display.scale);
      }
    };
    fill(parts.gradient, arrows('gradient'));
    fill(parts.memory, arrows('memory'));
    fill(parts.step, arrows('step'));
    fill(parts.scale, (out) => {
      if (!update?.scale) return;
      const { x, y, scale } = update;
      // Long where the rule takes large steps for the same gradient: proportional to 1/√v, the longer arm SCALE_ARM.
      const arm = (SCALE_ARM / display.scale) * Math.min(scale.x, scale.y);
      const [ax, ay] = [arm / scale.x, arm / scale.y];
      putSegment(out, objective, domain, x - ax, y, x, y);
      putSegment(out, objective, domain, x, y, x + ax, y);
      putSegment(out, objective, domain, x, y - ay, x, y);
      putSegment(out, objective, domain, x, y, x, y + ay);
    });
    fill(parts.angle, (out) => {
      const angle = angleOf(run, step, model);
      if (!angle) return;
      const radius = ARC_RADIUS / display.scale;
      putArc(out, objective, domain, angle.x, angle.y, radius, angle.downRad, angle.wayRad);
      const reach = Math.min(1.6 * radius, angle.distance);
      putSegment(
        out,
        objective,
        domain,
        angle.x,
        angle.y,
        angle.x + reach * Math.cos(angle.wayRad),
        angle.y + reach * Math.sin(angle.wayRad),
      );
      putSegment(
        out,
        objective,
        domain,
        angle.x,
        angle.y,
        angle.x + 1.6 * radius * Math.cos(angle.downRad),
        angle.y + 1.6 * radius * Math.sin(angle.downRad),
      );
    });
    invalidate();
  }, [parts, model, run, step, update, invalidate]);
  useEffect(() => {
    const own = inkColour(palette.theme, run.ink);
    const halo = rgb(palette.halo);
    const accent = rgb(palette.accent);
    const [ink, soft] = [rgb(palette.ink), mixHex(palette.ink, own, 0.5)];
    parts.gradient.setColours(halo, gradientLit ? accent : ink, gradientLit ? accent : ink);
    parts.memory.setColours(halo, memoryLit ? accent : soft, memoryLit ? accent : soft);
    parts.step.setColours(halo, stepLit ? accent : rgb(own), stepLit ? accent : rgb(own));
    parts.scale.setColours(ink, ink);
    parts.angle.setColours(accent, accent);
    for (const [strokes, lit] of [
      [parts.gradient, gradientLit],
      [parts.memory, memoryLit],
      [parts.step, stepLit],
    ] as const) {
      strokes.setWidths(lit ? 8 : 6, lit ? 4.6 : 3, lit ? 3.2 : 2);
    }
    parts.angle.setWidths(angleLit ? 3.4 : 2, angleLit ? 3 : 1.6);
    invalidate();
  }, [parts, palette, run.ink, gradientLit, memoryLit, stepLit, angleLit, invalidate]);
  return <primitive object={parts.group} />;
}
