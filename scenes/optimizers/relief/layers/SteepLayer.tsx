import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { useStep } from '../../../../src/runs/session.tsx';
import type { RunView } from '../../runs/runViews.ts';
import { putSegment, type SegmentWriter } from '../../../../src/view/arrowGeometry.ts';
import { order } from '../../../../src/view/order.ts';
import { rgb, type Palette } from '../../../../src/view/palette.ts';
import { Strokes } from '../../../../src/view/strokes.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import type { SceneModel } from '../model.ts';

export interface SteepLayerProps {
  readonly shared: SharedUniforms;
  readonly model: SceneModel;
  readonly run: RunView;
  readonly palette: Palette;
}

const PIECES = 64;
const styles = [
  { width: 7.5, opacity: 0.9, pull: 0.24 },
  { width: 4, pull: 0.26 },
  { width: 3, flat: true, pull: 0.06 },
];

/** The steep walls while they are spoken of: the section along y through the selected head, wall, floor and wall, and its shadow. */
export function SteepLayer({ shared, model, run, palette }: SteepLayerProps) {
  const step = useStep();
  const invalidate = useThree((three) => three.invalidate);
  const strokes = useMemo(() => new Strokes(shared, PIECES, order.mark, styles), [shared]);
  useEffect(
    () => () => {
      strokes.dispose();
      // What was lit goes out again, though nothing else may be moving.
      invalidate();
    },
    [strokes, invalidate],
  );
  useEffect(() => {
    const { objective, display, rect } = model;
    const x = run.record.x[2 * Math.min(step, run.record.count - 1)] ?? NaN;
    const [, , y0, y1] = rect;
    const out: SegmentWriter = { data: strokes.data, count: 0 };
    for (let i = 0; i < PIECES; i++) {
      const [a, b] = [y0 + ((y1 - y0) * i) / PIECES, y0 + ((y1 - y0) * (i + 1)) / PIECES];
      putSegment(out, objective, display.domain, x, a, x, b);
    }
    strokes.setCount(out.count);
    const accent = rgb(palette.accent);
    strokes.setColours(rgb(palette.halo), accent, accent);
    invalidate();
  }, [strokes, model, run, step, palette, invalidate]);
  return <primitive object={strokes.object} />;
}
