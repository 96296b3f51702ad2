import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { Points } from '../../clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { rgb, type Palette } from '../palette.ts';
import { outlierColour, targetColour } from './colours.ts';
import { createCloudView, dotDiameter, type CloudRole } from './cloudView.ts';
import type { CloudSpace } from './space.ts';
import type { CloudUniforms } from './uniforms.ts';
import { useDispose } from '../useDispose.ts';

export interface CloudPointsProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly role: CloudRole;
  readonly points: Points;
  /** 3n, where they are known: what looks away from the eye is then paler. */
  readonly normals?: Float64Array | null;
  /** Target ← cloud, written from outside and read every frame; null: the cloud is in the target's frame. */
  readonly pose: Matrix4 | null;
  /** CSS colour #rrggbb; absent: the soft ink of a target. */
  readonly colour?: string;
  /** 1 for a point that is drawn paler: an outlier. */
  readonly pale?: Uint8Array | null;
  /** CSS pixels; absent: by the number of points. */
  readonly diameter?: number;
  /** Distance of each point to its match, to be shown as colour up to `limit`; null: not shown. */
  readonly residuals?: ArrayLike<number> | null;
  readonly limit?: number;
  /** Of its dots, where hue alone would not tell clouds apart: an index into `headShapes`, disc to diamond. */
  readonly shape?: number;
  /** The part of the points that is drawn, 0…1. */
  readonly share?: number;
  /** There is a surface, and what it hides is to be seen through it. */
  readonly ghost?: boolean;
  /** Where each point comes from, in the same frame, while `morph` is under 1; null: it stands. */
  readonly start?: Points | null;
  /** 0 … 1, written from outside and read every frame. */
  readonly morph?: { readonly value: number };
}

/** How much of its ink a dot loses at the far end. */
const fades: Readonly<Record<CloudRole, number>> = { target: 0.54, source: 0.4, marker: 0 };

const STILL = { value: 1 } as const;

/** A cloud as discs of ink: see `cloudView.ts`. */
export function CloudPoints(props: CloudPointsProps) {
  const { uniforms, space, palette, role, points, pose, residuals = null, limit = 1, share = 1, ghost = false } = props;
  const { normals = null, pale = null, start = null, morph = STILL } = props;
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(
    () => createCloudView(uniforms, points, normals, pale, role, start),
    [uniforms, points, normals, pale, role, start],
  );
  useDispose(view);
  const diameter = props.diameter ?? dotDiameter(points.length / 3);
  const { colour, shape = 0 } = props;
  useEffect(() => {
    view.setLook({
      colour: colour ? rgb(colour) : targetColour(palette),
      paleColour: outlierColour(palette),
      diameter,
      opacity: 1,
      fade: fades[role],
      shape,
    });
    view.setShare(share);
    view.setGhost(ghost);
    invalidate();
  }, [view, palette, colour, diameter, role, shape, share, ghost, invalidate]);
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
