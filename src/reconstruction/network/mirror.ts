import { PICTURE_SIZE, type Picture } from '../types.ts';

/** The picture as a mirror shows it: left and right exchanged. */
export const mirrored = ({ gray, mask }: Picture): Picture => ({ gray: mirroredRows(gray), mask: mirroredRows(mask) });

const mirroredRows = (values: Uint8Array): Uint8Array =>
  values.map((_, i) => values[i - (i % PICTURE_SIZE) + PICTURE_SIZE - 1 - (i % PICTURE_SIZE)]!);

/** What a mirror image was answered, as it is before the mirror: x → −x, in place. */
export function mirroredBack(points: Float64Array): Float64Array {
  for (let i = 0; i < points.length; i += 3) points[i] = -points[i]!;
  return points;
}
