import { imageOf } from '../../src/reconstruction/cutout/toPicture.ts';
import type { Mask, RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import type { Box2 } from '../../src/reconstruction/crop.ts';
import { drawOutline } from '../../src/reconstruction/outlines/draw.ts';
import { outlines } from '../../src/reconstruction/outlines/index.ts';
import type { Picture } from '../../src/reconstruction/types.ts';
import { imageOf as photographOf, maskOf, photographsIn } from './photographs.ts';
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
  /** Of a photograph: a box as one would draw it, and the mask drawn by hand. */
  readonly byHand: { readonly box: Box2; readonly mask: Mask } | null;
}

const LARGE = 256;
const FURNITURE = 8;

/** Furniture that was never trained on, by a seeded draw, and all outlines of the gallery. */
export function foreignThings(furniture: string): ForeignInput[] {
  return [...furnitureInputs(furniture), ...drawings()];
}

function furnitureInputs(folder: string): ForeignInput[] {
  return drawn(furnitureIn(folder, 'cc-by'), FURNITURE, 1, 'contact-sheet').map((thing) => {
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
      byHand: null,
    };
  });
}

/** All photographs of photographs.json. */
export async function foreignPhotographs(root: string): Promise<ForeignInput[]> {
  const inputs: ForeignInput[] = [];
  for (const photograph of photographsIn(root)) {
    const { name, from, author, licence, box } = photograph;
    const [left, top, right, bottom] = box;
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
      byHand: { box: { left, top, right, bottom }, mask: maskOf(photograph) },
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
    byHand: null,
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
