import { ELEVATION_RAD } from '../../../src/reconstruction/sample.ts';
import { useSeen } from '../model.ts';

const DEGREES = 180 / Math.PI;
/** Nobody knows from how high a picture was taken: the middle of what the network has learned. */
const USUAL = ((ELEVATION_RAD[0] + ELEVATION_RAD[1]) / 2) * DEGREES;

/** Degrees by which the shown object's up leans towards the viewer: how high the viewer stood. */
export function useTilt(): number {
  const { shown } = useSeen();
  return shown?.sample ? shown.sample.elevationRad * DEGREES : USUAL;
}
