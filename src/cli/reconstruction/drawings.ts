import { DrawingError } from '../../reconstruction/drawing/refusals.ts';
import { pictureOfSilhouette } from '../../reconstruction/drawing/silhouette.ts';
import { readDrawing } from '../../reconstruction/drawing/text.ts';
import { partOfLink } from '../../state/link.ts';
import { Refusal } from '../refusal.ts';
import type { ReadPicture } from './pictures.ts';

/** A drawing by its text, or by the link that holds it: what the scene shows of it, bit for bit. Throws Refusal. */
export function drawingOf(given: string): ReadPicture {
  const text = isLink(given) ? partOfLink(given, 'draw') : given;
  if (text === undefined) throw new Refusal('--drawing: the link holds no drawing (draw=…)');
  try {
    const picture = pictureOfSilhouette(readDrawing(text));
    return { picture, by: 'drawing', silhouette: true, notices: [], doubts: [] };
  } catch (error) {
    if (error instanceof DrawingError) throw new Refusal(`--drawing: ${error.message}`);
    throw error;
  }
}

/** No letter of a drawing's text is one of these. */
const isLink = (text: string): boolean => /[#=&]/.test(text);
