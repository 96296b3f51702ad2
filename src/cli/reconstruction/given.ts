import { Refusal } from '../refusal.ts';
import { boxOf } from './box.ts';
import { drawingOf } from './drawings.ts';
import { pictureOf, type ReadPicture } from './pictures.ts';

interface GivenFlags {
  readonly mask?: string;
  readonly box?: string;
  readonly drawing?: string;
}

/** A picture or a drawing, and what to call it. */
export interface Given extends ReadPicture {
  readonly name: string;
}

/** What is to be turned into points, and what to call it: a picture, cut out as its flags say, or a drawing. Rejects with a Refusal. */
export async function given(path: string | undefined, { mask, box, drawing }: GivenFlags): Promise<Given> {
  if (mask !== undefined && box !== undefined) throw new Refusal('give --mask or --box, not both');
  if (drawing !== undefined) {
    if (path !== undefined) throw new Refusal('give an image or --drawing, not both');
    if (mask !== undefined || box !== undefined) {
      throw new Refusal(`--${mask === undefined ? 'box' : 'mask'} is for an image: a drawing is its own mask`);
    }
    return { ...drawingOf(drawing), name: 'a drawing' };
  }
  if (path === undefined) throw new Refusal('give an image, or a drawing: --drawing TEXT');
  return { ...(await pictureOf(path, { mask, box: box === undefined ? undefined : boxOf(box) })), name: path };
}
