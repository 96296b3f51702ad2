import { existsSync } from 'node:fs';
import { imageOf } from '../../src/reconstruction/cutout/toPicture.ts';
import type { RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import { drawOutline } from '../../src/reconstruction/outlines/draw.ts';
import { outlines } from '../../src/reconstruction/outlines/index.ts';
import type { Picture } from '../../src/reconstruction/types.ts';
import { imageOf as photographOf, photographsIn } from './photographs.ts';
import { drawn, furnitureIn, viewOf } from './sweethome.ts';

/** A picture that our generator did not make. */
export interface ForeignInput {
  readonly kind: 'furniture' | 'photograph' | 'drawing';
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

/** Everything for the contact sheet: furniture by a seeded draw, all photographs of photographs.json, all outlines of the gallery. */
export async function foreignInputs(root: string, furniture: string): Promise<ForeignInput[]> {
  return [...(existsSync(furniture) ? furnitureInputs(furniture) : []), ...(await photographs(root)), ...drawings()];
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

async function photographs(root: string): Promise<ForeignInput[]> {
  const inputs: ForeignInput[] = [];
  for (const photograph of photographsIn(root)) {
    const { name, from, author, licence } = photograph;
    const image = await photographOf(root, photograph);
    const source = `Debian ${from.package}, ${from.member ?? from.file}`;
    inputs.push({
      kind: 'photograph',
      name,
      source,
      licence: `${licence}, by ${author}`,
      image,
      large: image,
      truth: null,
    });
  }
  return inputs;
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
