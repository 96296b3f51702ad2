import { bytesOf, silhouetteOfBytes } from './pixels.ts';
import { DrawingError } from './refusals.ts';
import { pictureOfSilhouette, type Silhouette } from './silhouette.ts';
import { CutoutError } from '../cutout/refusals.ts';

/*
 * A silhouette as the text that a link holds: the form's number, three letters that check the rest, and its bytes as base64url without padding. A chair takes some
 * 200 letters.
 */

/** Forms so far. What a later one means is for later versions. */
const FORM = '1';
/** What begins with anything else is no text of a later version but one that lost its beginning. */
const LAST_FORM = '9';
/** More is neither written nor read: a link with more is cut off by those who carry it. */
export const MOST_LETTERS = 2000;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CHECKS = 3;

/** @throws DrawingError `intricate` */
export function writeDrawing(silhouette: Silhouette): string {
  const bytes = bytesOf(silhouette);
  const text = FORM + checkOf(silhouette) + lettersOf(bytes);
  if (text.length > MOST_LETTERS) throw new DrawingError('intricate', { letters: text.length, most: MOST_LETTERS });
  return text;
}

/** The very silhouette that was written. @throws DrawingError */
export function readDrawing(text: string): Silhouette {
  if (text.length > MOST_LETTERS) throw new DrawingError('long', { letters: text.length, most: MOST_LETTERS });
  const strange = Array.from(text).findIndex((letter) => !LETTERS.includes(letter));
  if (strange >= 0) throw new DrawingError('letter', { place: strange + 1, letter: Array.from(text)[strange]! });
  const form = text.slice(0, FORM.length);
  if (form > FORM && form <= LAST_FORM) throw new DrawingError('newer', { form, known: FORM });
  const silhouette = silhouetteOfBytes(bytesOfLetters(text.slice(FORM.length + CHECKS)));
  // One silhouette has one text: what would be written otherwise was not written here.
  const written = FORM + checkOf(silhouette) + lettersOf(bytesOf(silhouette));
  if (written !== text) throw new DrawingError('damaged', { letters: text.length });
  try {
    pictureOfSilhouette(silhouette);
  } catch (error) {
    if (error instanceof CutoutError) throw new DrawingError('blank');
    throw error;
  }
  return silhouette;
}

/** Why a text is none of a drawing; null: it is one. */
export function drawingErrorOf(text: string): DrawingError | null {
  try {
    readDrawing(text);
    return null;
  } catch (error) {
    if (error instanceof DrawingError) return error;
    throw error;
  }
}

/** 18 bits of FNV-1a over the pixels. */
function checkOf(silhouette: Silhouette): string {
  let hash = 0x811c9dc5;
  for (const value of silhouette) hash = Math.imul(hash ^ value, 0x01000193);
  const bits = ((hash >>> 14) ^ hash) & 0x3ffff;
  return [12, 6, 0].map((shift) => LETTERS[(bits >> shift) & 63]!).join('');
}

function lettersOf(bytes: readonly number[]): string {
  let out = '';
  for (let k = 0; k < bytes.length; k += 3) {
    const bits = (bytes[k]! << 16) | ((bytes[k + 1] ?? 0) << 8) | (bytes[k + 2] ?? 0);
    const letters = Math.min(4, bytes.length - k + 1);
    for (let i = 0; i < letters; i++) out += LETTERS[(bits >> (18 - 6 * i)) & 63]!;
  }
  return out;
}

function bytesOfLetters(text: string): readonly number[] {
  const out: number[] = [];
  for (let k = 0; k < text.length; k += 4) {
    const values = [0, 1, 2, 3].map((i) => Math.max(0, LETTERS.indexOf(text[k + i] ?? 'A')));
    const bits = (values[0]! << 18) | (values[1]! << 12) | (values[2]! << 6) | values[3]!;
    const bytes = Math.min(3, text.length - k - 1);
    for (let i = 0; i < bytes; i++) out.push((bits >> (16 - 8 * i)) & 255);
  }
  return out;
}
