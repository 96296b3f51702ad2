import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { fieldSegments } from '../../../../src/view/arrowGeometry.ts';
import { order } from '../../../../src/view/order.ts';
import { rgb, type Palette } from '../../../../src/view/palette.ts';
import { Strokes } from '../../../../src/view/strokes.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import type { SceneModel } from '../model.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';

export interface FieldLayerProps {
  readonly shared: SharedUniforms;
  readonly model: SceneModel;
  readonly palette: Palette;
}

const COLUMNS = 22;
const styles = [
  { width: 1.3, opacity: 0.55, cap: false },
  { width: 1, opacity: 0.45, cap: false, flat: true, pull: 0.04 },
];

/** −∇f all over the surface and the plan: exact directions, lengths by the logarithm of the slope. */
export function FieldLayer({ shared, model, palette }: FieldLayerProps) {
  const { objective, display, rect, cuts } = model;
  const highest = cuts[cuts.length - 1] as number;
  const invalidate = useThree((three) => three.invalidate);
  const segments = useMemo(
    () => fieldSegments(objective, display.domain, rect, highest, COLUMNS),
    [objective, display.domain, rect, highest],
  );
  const strokes = useMemo(() => {
    const built = new Strokes(shared, Math.max(1, segments.length / 8), order.swarm + 0.5, styles);
    built.data.set(segments);
    built.setCount(segments.length / 8);
    return built;
  }, [shared, segments]);
  useDispose(strokes);
  useEffect(() => {
    strokes.setColours(rgb(palette.ink), rgb(palette.ink));
    invalidate();
  }, [strokes, palette, invalidate]);
  return <primitive object={strokes.object} />;
}
