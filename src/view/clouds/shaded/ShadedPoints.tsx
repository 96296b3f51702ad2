import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { Matrix4 } from '../../../math/matrix4.ts';
import type { Colouring } from '../../../state/colouring.ts';
import { rgb, type Palette } from '../../palette.ts';
import { useDispose } from '../../useDispose.ts';
import type { CloudSpace } from '../space.ts';
import type { CloudUniforms } from '../uniforms.ts';
import { heightRamp } from './heightRamp.ts';
import { createShadedView, type Layer, type ShadedCloud } from './shadedView.ts';

export interface ShadedPointsProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly cloud: ShadedCloud;
  /** Target ← cloud, written from outside and read every frame; null: the cloud is in the target's frame. */
  readonly pose: Matrix4 | null;
  /** CSS colour #rrggbb. */
  readonly colour: string;
  readonly colouring?: Colouring;
  /** As in `ShadedLook`. */
  readonly mixed?: number | undefined;
  /** World heights between which tone and ramp run; null: the tone is even. The same array from render to render. */
  readonly heights?: Layer | null;
  /** As in `ShadedLook`; the same arrays from render to render. */
  readonly hidden?: Layer | null;
  readonly ground?: Layer | null;
  /** Dots are so many times as wide as the points are apart. */
  readonly widen?: number;
  /** CSS pixels. */
  readonly least?: number;
  readonly most?: number;
  /** Distance of each point to its match, to be shown as colour up to `limit`; null: not shown. */
  readonly residuals?: ArrayLike<number> | null;
  readonly limit?: number;
  /** The part of the points that is drawn, 0 … 1. */
  readonly share?: number;
  /** Drawn by lenses alone. */
  readonly lens?: boolean;
  /** 0 … 1 of the way from where the cloud starts, written from outside and read every frame. */
  readonly morph?: { readonly value: number };
}

const STILL = { value: 1 } as const;

/** A cloud whose surfaces close and are shaded by a pass of their own: for scans and shapes, where a `CloudPoints` is ink on paper. */
export function ShadedPoints(props: ShadedPointsProps) {
  const {
    uniforms,
    space,
    palette,
    cloud,
    pose,
    colour,
    colouring = 'hue',
    heights = null,
    hidden = null,
    ground = null,
  } = props;
  const { widen = 1.1, least = 1.2, most = 4.5, residuals = null, limit = 1, share = 1, lens = false } = props;
  const { morph = STILL, mixed } = props;
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(() => createShadedView(uniforms, cloud, lens), [uniforms, cloud, lens]);
  useDispose(view);
  const ramp = useMemo(() => heightRamp(palette.theme), [palette.theme]);
  useDispose(ramp);
  useLayoutEffect(() => {
    view.setLook({
      colour: rgb(colour),
      colouring,
      heights,
      heightRamp: ramp,
      // Fewer dots are farther apart.
      widen: widen / Math.sqrt(share),
      least,
      most,
      hidden,
      ground,
      theme: palette.theme,
      mixed,
    });
    view.setShare(share);
    invalidate();
  }, [
    view,
    colour,
    colouring,
    heights,
    ramp,
    widen,
    least,
    most,
    hidden,
    ground,
    palette.theme,
    mixed,
    share,
    invalidate,
  ]);
  useEffect(() => {
    view.setResiduals(residuals, limit);
    invalidate();
  }, [view, residuals, limit, invalidate]);
  useFrame(() => {
    view.setMorph(morph.value);
    view.place(space, pose);
  });
  return <primitive object={view.object} />;
}
