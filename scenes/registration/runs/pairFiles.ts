import { fileFromWorking, frameMatrix, type Frame } from '../../../src/io/clouds/frames.ts';
import type { CloudFile } from '../../../src/io/clouds/types.ts';
import { identity, transformPoints, type Matrix4 } from '../../../src/math/matrix4.ts';

/** A file and what its numbers mean. */
export interface PlacedFile {
  readonly file: CloudFile;
  readonly frame: Frame;
}

/** The files that a pair was made of: what a pose is written for. */
export interface PairFiles {
  readonly source: PlacedFile;
  readonly target: PlacedFile;
}

const placement = ({ file: { origin }, frame }: PlacedFile) => ({ origin, frame });

/** A pose between the working clouds, as target ← source in the files' own coordinates. */
export const inFiles = (working: Matrix4, { source, target }: PairFiles): Matrix4 =>
  fileFromWorking(working, placement(source), placement(target));

/**
 * Target ← source as both lie in the common frame, each with its own unit and axes: a shift by their origins. (The identity of the files' numbers
 * would shrink a cloud whose unit differs.)
 */
export function asTheyLie({ source, target }: PairFiles): Matrix4 {
  const origins = [source, target].map(({ file, frame }) =>
    transformPoints(frameMatrix(frame), Float64Array.from(file.origin)),
  );
  const pose = identity();
  for (let i = 0; i < 3; i++) pose[4 * i + 3] = origins[0]![i]! - origins[1]![i]!;
  return pose;
}
