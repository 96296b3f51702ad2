import { pointsPly } from '../../io/clouds/pointsPly.ts';
import { writeObj } from '../../io/clouds/writeObj.ts';
import { encodeGrayAlpha } from '../../io/images/png.ts';
import { imageOf } from '../../reconstruction/cutout/toPicture.ts';
import { makeSample } from '../../reconstruction/sample.ts';
import { nameOf, type SampleName } from '../../reconstruction/seeds.ts';
import { PICTURE_SIZE } from '../../reconstruction/types.ts';

export interface ShapeFiles {
  /** category-seed. */
  readonly name: string;
  /** 64 × 64, gray and straight alpha, on its tight crop. */
  readonly png: Uint8Array;
  /** 2,048 points, double, in the viewer's frame; even and odd ones are two samples of the surface. */
  readonly ply: Uint8Array;
  /** The mesh, in the viewer's frame. */
  readonly obj: string;
}

/** A procedural shape as `evaluate --set DIR` reads it. */
export function shapeFiles(name: SampleName): ShapeFiles {
  const { picture, points, triangles } = makeSample(name.category, name.seed);
  const { data } = imageOf(picture);
  const gray = picture.mask.map((_, at) => data[4 * at]!);
  return {
    name: nameOf(name),
    png: encodeGrayAlpha(gray, picture.mask, PICTURE_SIZE),
    ply: pointsPly(points, 'double'),
    obj: writeObj(triangles),
  };
}
