import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImage } from '../../src/io/images/read.ts';
import { imageOf } from '../../src/reconstruction/cutout/toPicture.ts';
import type { RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import { drawOutline } from '../../src/reconstruction/outlines/draw.ts';
import { outlines } from '../../src/reconstruction/outlines/index.ts';
import type { Picture } from '../../src/reconstruction/types.ts';
import { drawn, furnitureIn, viewOf } from './sweethome.ts';

/** A picture that our generator did not make. */
export interface ForeignInput {
  readonly kind: 'furniture' | 'photograph' | 'clip art' | 'drawing';
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  /** What is cut out and shown to the network. */
  readonly image: RgbaImage;
  /** The same with more pixels, to be looked at. */
  readonly large: RgbaImage;
  /** 1,024 points, where they are known. */
  readonly truth: Float64Array | null;
}

const LARGE = 256;
const FURNITURE = 8;

/** Everything for the contact sheet: furniture by a seeded draw, all photographs of the folder, all outlines of the gallery. */
export function foreignInputs(root: string, furniture: string): ForeignInput[] {
  return [...(existsSync(furniture) ? furnitureInputs(furniture) : []), ...photographs(root), ...drawings()];
}

function furnitureInputs(folder: string): ForeignInput[] {
  return drawn(furnitureIn(folder, true), FURNITURE, 1, 'contact-sheet').map((thing) => {
    const mesh = thing.triangles();
    const { picture, points } = viewOf(mesh, thing.id, 1);
    return {
      kind: 'furniture',
      name: thing.name,
      source: `sweethome3d-furniture, ${thing.model}${thing.creator === '' ? '' : `, by ${thing.creator}`}`,
      licence: thing.licence,
      image: imageOf(picture),
      large: rgbaOf(viewOf(mesh, thing.id, 1, LARGE).picture, LARGE),
      truth: points.filter((_, i) => Math.floor(i / 3) % 2 === 0),
    };
  });
}

function photographs(root: string): ForeignInput[] {
  const folder = 'assets/reconstruction/photographs';
  const manifest = JSON.parse(readFileSync(join(root, 'assets/manifest.json'), 'utf8')) as Record<string, string>[];
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.png'))
    .sort()
    .map((file) => {
      const entry = manifest.find((each) => each.file === `${folder}/${file}`);
      if (!entry) throw new Error(`assets/manifest.json does not have ${folder}/${file}`);
      const { image } = readImage(new Uint8Array(readFileSync(join(root, folder, file))));
      const { source = '', licence = '' } = entry;
      const name = file.slice(0, -4);
      const kind = name === 'horse' ? 'clip art' : 'photograph';
      return { kind, name, source, licence, image, large: image, truth: null };
    });
}

function drawings(): ForeignInput[] {
  return Object.entries(outlines).map(([id, outline]) => ({
    kind: 'drawing',
    name: names[id] ?? id,
    source: `src/reconstruction/outlines: ${id}, drawn by hand`,
    licence: 'MIT',
    image: imageOf(drawOutline(outline)),
    large: rgbaOf(drawOutline(outline, LARGE), LARGE),
    truth: null,
  }));
}

const names: Readonly<Record<string, string>> = { wineglass: 'wine glass', officechair: 'office chair' };

/** A picture of any size as an image. */
function rgbaOf({ gray, mask }: Picture, edge: number): RgbaImage {
  const data = new Uint8ClampedArray(4 * mask.length);
  mask.forEach((covered, at) => {
    data.fill(covered === 0 ? 0 : (255 * gray[at]!) / covered, 4 * at, 4 * at + 3);
    data[4 * at + 3] = covered;
  });
  return { data, width: edge, height: edge };
}
