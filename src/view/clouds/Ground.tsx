import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  DoubleSide,
  LinearFilter,
  Mesh,
  RedFormat,
  Vector3,
} from 'three';
import type { Points } from '../../clouds/types.ts';
import fragment from '../../../shaders/cloudGround/fragment.glsl?raw';
import vertex from '../../../shaders/cloudGround/vertex.glsl?raw';
import { rgb, type Palette } from '../palette.ts';
import { useDispose } from '../useDispose.ts';
import { groundShadow, type GroundShadow } from './groundShadow.ts';
import { cloudOrder } from './order.ts';
import type { CloudSpace } from './space.ts';
import { createCloudMaterial, type CloudUniforms } from './uniforms.ts';

export interface GroundProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  /** What stands on it, in the target's frame. */
  readonly points: Points;
  /** Written from outside and read every frame; absent: 1. */
  readonly opacity?: { readonly value: number } | undefined;
}

const FULL = { value: 1 } as const;
/** World units between two lines of its grid. */
const GRID = 2;

/** By day ink, by night the dark itself. */
const looks = {
  light: { shade: '#3b3326', depth: 0.5, grid: 0.1 },
  dark: { shade: '#000000', depth: 0.75, grid: 0.13 },
} as const;

/** The ground that a cloud stands on, with its shadow and a faint grid: which way is up, and that it turns, is seen at once. */
export function Ground({ uniforms, space, palette, points, opacity = FULL }: GroundProps) {
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(() => createGroundView(uniforms, groundShadow(points, space)), [uniforms, points, space]);
  useDispose(view);
  useEffect(() => {
    view.setLook(looks[palette.theme]);
    invalidate();
  }, [view, palette.theme, invalidate]);
  useFrame(() => {
    view.opacity.value = opacity.value;
  });
  return <primitive object={view.object} />;
}

function createGroundView(uniforms: CloudUniforms, { darkness, size, centre, half }: GroundShadow) {
  const texture = new DataTexture(darkness, size, size, RedFormat);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  const geometry = new BufferGeometry();
  const [x, y, z] = centre;
  const corners = [-1, -1, 1, -1, 1, 1, -1, 1].flatMap((_, k, all) =>
    k % 2 === 0 ? [x + half * all[k]!, y, z + half * all[k + 1]!] : [],
  );
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
  geometry.setAttribute('uv', new BufferAttribute(Float32Array.of(0, 0, 1, 0, 1, 1, 0, 1), 2));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const opacity = { value: 1 };
  const own = {
    uShadow: { value: texture },
    uShade: { value: new Vector3() },
    uDepthOfShade: { value: 0 },
    uGridInk: { value: 0 },
    uLines: { value: (2 * half) / GRID },
    uOpacity: opacity,
  };
  const material = createCloudMaterial({ vertex, fragment }, uniforms, own, { side: DoubleSide, depthWrite: false });
  const object = new Mesh(geometry, material);
  object.renderOrder = cloudOrder.model;
  object.frustumCulled = false;
  return {
    object,
    opacity,
    setLook({ shade, depth, grid }: (typeof looks)[keyof typeof looks]) {
      own.uShade.value.set(...rgb(shade));
      own.uDepthOfShade.value = depth;
      own.uGridInk.value = grid;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}
