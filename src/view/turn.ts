import type { CameraState } from '../state/common.ts';

const DEGREES = 5;
const ZOOM = 1.1;
/** What links accept and the orbit controls allow. */
const elevations = { min: 2, max: 89 } as const;
const zooms = { min: 0.2, max: 20 } as const;

const turns: Readonly<Record<string, readonly [azimuth: number, elevation: number]>> = {
  ArrowLeft: [-DEGREES, 0],
  ArrowRight: [DEGREES, 0],
  ArrowUp: [0, DEGREES],
  ArrowDown: [0, -DEGREES],
};
const steps: Readonly<Record<string, number>> = { PageUp: ZOOM, PageDown: 1 / ZOOM };

/** Where a key takes the camera: Shift and an arrow around the picture, Page Up and Page Down nearer and away; null: nowhere. */
export function turned(camera: CameraState, key: string, shift: boolean): CameraState | null {
  const turn = shift ? turns[key] : undefined;
  if (turn) {
    const azimuth = camera.azimuth + turn[0];
    return {
      ...camera,
      azimuth: round(azimuth > 180 ? azimuth - 360 : azimuth <= -180 ? azimuth + 360 : azimuth),
      elevation: round(Math.min(Math.max(camera.elevation + turn[1], elevations.min), elevations.max)),
    };
  }
  const step = steps[key];
  if (step === undefined) return null;
  return { ...camera, zoom: round(Math.min(Math.max(camera.zoom * step, zooms.min), zooms.max)) };
}

/** As fine as a link writes it. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
