import { useFrame } from '@react-three/fiber';
import { useMemo } from 'react';
import { Vector3, type Camera } from 'three';
import type { Viewport } from '../../../../src/math/box.ts';
import { displayPoint, type Display } from '../../../../src/view/display.ts';
import type { PathView } from '../../../../src/view/path.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import { MAX_STEPS } from '../../state/defaults.ts';
import type { RunView } from '../../runs/runViews.ts';
import type { SceneModel } from '../model.ts';

/** Leaves dots out that lie on one another on the screen, anew whenever the camera has moved or a path is another one. */
export function useThinning(
  paths: ReadonlyMap<string, { readonly path: PathView }>,
  model: SceneModel,
  runs: readonly RunView[],
  shared: SharedUniforms,
): void {
  const own = useMemo(
    () => ({
      pixels: new Float64Array(2 * (MAX_STEPS + 1)),
      world: new Vector3(),
      /** Camera, size and scale as they were. */
      seen: new Float64Array(35),
      /** The round in which a path was thinned last. */
      done: new WeakMap<PathView, number>(),
      display: null as Display | null,
      round: 0,
    }),
    [],
  );
  useFrame(({ camera, size }) => {
    const { pixels, world, seen, done } = own;
    const scale = shared.uScale.value;
    if (hasMoved(seen, camera, size, scale) || own.display !== model.display) own.round++;
    own.display = model.display;
    for (let r = 0; r < runs.length; r++) {
      const { id, record } = runs[r] as RunView;
      const path = paths.get(id)?.path;
      if (!path || done.get(path) === own.round) continue;
      done.set(path, own.round);
      for (let i = 0; i < record.count; i++) {
        displayPoint(
          model.display,
          record.x[2 * i] as number,
          record.x[2 * i + 1] as number,
          record.f[i] as number,
          world,
        );
        world.project(camera);
        pixels[2 * i] = (world.x * 0.5 + 0.5) * size.width;
        pixels[2 * i + 1] = (0.5 - world.y * 0.5) * size.height;
      }
      path.thin(pixels, scale);
    }
  });
}

/** Whether the picture is seen differently than `seen` says, which it then says. */
function hasMoved(seen: Float64Array, camera: Camera, size: Viewport, scale: number): boolean {
  let moved = false;
  for (let i = 0; i < seen.length; i++) {
    const now =
      i < 16
        ? camera.matrixWorld.elements[i]
        : i < 32
          ? camera.projectionMatrix.elements[i - 16]
          : [size.width, size.height, scale][i - 32];
    if (seen[i] !== now) moved = true;
    seen[i] = now as number;
  }
  return moved;
}
