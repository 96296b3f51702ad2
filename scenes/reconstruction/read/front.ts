import type { SceneSession } from '../model.ts';

/** Straight along the viewer's axis, as nearly as an orbit about the upright axis may come to it. */
const FRONT = { azimuth: 0, elevation: 2, zoom: 1, pan: [0, 0, 0] } as const;

/** Turns the camera to the picture's own angle; once more: back to the scene's. */
export function turnToFront({ store }: SceneSession): void {
  const { camera } = store.get().state;
  const there = camera !== null && camera.azimuth === FRONT.azimuth && camera.elevation === FRONT.elevation;
  store.update({ camera: there ? undefined : FRONT });
}
