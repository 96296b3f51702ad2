import { USUAL_ELEVATION_RAD } from '../../../src/reconstruction/sample.ts';
import { useSeen } from '../model.ts';

const DEGREES = 180 / Math.PI;

/** Degrees by which the shown object's up leans towards the viewer: how high the viewer stood, or may have. */
export function useTilt(): number {
  const { shown } = useSeen();
  return (shown?.sample?.elevationRad ?? USUAL_ELEVATION_RAD) * DEGREES;
}
