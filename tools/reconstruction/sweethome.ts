import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pointsPly } from '../../src/io/clouds/pointsPly.ts';
import { encodeGrayAlpha } from '../../src/io/images/png.ts';
import { createRng } from '../../src/math/rng.ts';
import { rotatePoints, viewRotation } from '../../src/reconstruction/camera.ts';
import { cutOut } from '../../src/reconstruction/cutout/automatic.ts';
import { imageOf, toPicture } from '../../src/reconstruction/cutout/toPicture.ts';
import { normalise } from '../../src/reconstruction/normalise.ts';
import { render } from '../../src/reconstruction/render.ts';
import { ELEVATION_RAD, randomLight } from '../../src/reconstruction/sample.ts';
import { sampleSurface } from '../../src/reconstruction/surface.ts';
import { PICTURE_SIZE, type Picture } from '../../src/reconstruction/types.ts';
import { categoryOf, piecesOf, type Piece } from './catalogue.ts';
import { objTriangles } from './objMesh.ts';
import { readZip } from './zip.ts';

/** The five libraries of Debian's package sweethome3d-furniture, and whether their meshes are in the public domain. */
const libraries = [
  { file: 'BlendSwap-CC-0', licence: 'CC0' },
  { file: 'BlendSwap-CC-BY', licence: 'CC-BY 3.0' },
  { file: 'KatorLegaz', licence: 'CC-BY 3.0' },
  { file: 'Reallusion', licence: 'CC-BY 3.0' },
  { file: 'Scopia', licence: 'CC-BY 3.0' },
] as const;

export interface Furniture extends Piece {
  readonly category: string;
  readonly licence: string;
  /** Of the library and the model's folder; no dash in it. */
  readonly id: string;
  /** Reads and normalises the mesh: nine numbers a triangle, upright, its box centred, longest edge 1. Throws where it is broken. */
  readonly triangles: () => Float64Array;
}

/** What `folder` holds, in the libraries' order: all, the CC0 ones (trained on) or the CC-BY ones (evaluated and shown). */
export function furnitureIn(folder: string, which: 'all' | 'cc0' | 'cc-by'): Furniture[] {
  return libraries
    .filter(({ licence }) => which === 'all' || (licence === 'CC0') === (which === 'cc0'))
    .flatMap(({ file, licence }) => {
      const zip = readZip(readFileSync(join(folder, `${file}.sh3f`)));
      const catalogue = zip.get('PluginFurnitureCatalog.properties')?.();
      if (!catalogue) throw new Error(`${file}.sh3f has no catalogue`);
      return piecesOf(catalogue).map((piece) => ({
        ...piece,
        category: categoryOf(piece),
        licence,
        id: `${file} ${piece.model.replace(/^.*\//, '').replace(/\.obj$/i, '')}`.replace(/[^A-Za-z0-9]+/g, '_'),
        triangles: () => upright(zip.get(piece.model)?.(), piece.rotation),
      }));
    });
}

function upright(obj: Buffer | undefined, rotation: readonly number[] | null): Float64Array {
  if (!obj) throw new Error('the library does not hold it');
  const triangles = objTriangles(obj.toString('latin1'));
  if (rotation) rotatePoints(Float64Array.from(rotation), triangles);
  normalise(triangles);
  if (!triangles.every(Number.isFinite)) throw new Error('it has no extent');
  return triangles;
}

export interface View {
  readonly picture: Picture;
  readonly points: Float64Array;
}

/** View `number` of a mesh, its side, light and points drawn as a procedural sample's are. */
export function viewOf(upright: Float64Array, id: string, number: number, size = PICTURE_SIZE): View {
  const rng = createRng(1, 'sweethome', id, number);
  const triangles = upright.slice();
  rotatePoints(viewRotation(rng.between(0, 2 * Math.PI), rng.between(...ELEVATION_RAD)), triangles);
  const picture = render(triangles, { light: randomLight(rng), size });
  return { picture, points: sampleSurface(triangles, 2048, rng) };
}

/** The two files that `koubai evaluate --set` reads. Throws CutoutError where too little of the thing is to be seen at 64 × 64 pixels. */
export function pairOf({ picture, points }: View): { readonly png: Uint8Array; readonly ply: Uint8Array } {
  const image = imageOf(picture);
  toPicture(image, cutOut(image));
  const gray = picture.mask.map((_, at) => image.data[4 * at]!);
  return { png: encodeGrayAlpha(gray, picture.mask, PICTURE_SIZE), ply: pointsPly(points, 'double') };
}

/** `count` of them (or all), drawn with a seed, not by looking. */
export function drawn<T>(all: readonly T[], count: number, seed: number, stream: string): T[] {
  const rng = createRng(seed, stream);
  const left = [...all];
  const out: T[] = [];
  while (out.length < count && left.length > 0) out.push(...left.splice(rng.integer(left.length), 1));
  return out;
}
