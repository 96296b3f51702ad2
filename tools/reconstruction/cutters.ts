import { cutByBox, cutOut } from '../../src/reconstruction/cutout/automatic.ts';
import { CutoutError } from '../../src/reconstruction/cutout/refusals.ts';
import type { Cut, Mask, RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import type { Photograph } from './photographs.ts';

/** What a way of cutting answers: a mask and its doubts, or why there is none. */
export type Answer = { readonly mask: Mask; readonly doubts: readonly string[] } | { readonly refused: string };

/** The ways that are measured: what a picture gets without a hand, and what one box drawn around the thing makes of it. */
export const cutters: Readonly<Record<'automatic' | 'box', (image: RgbaImage, photograph: Photograph) => Answer>> = {
  automatic: (image) => answerOf(() => cutOut(image)),
  box: (image, { box: [left, top, right, bottom] }) => answerOf(() => cutByBox(image, { left, top, right, bottom })),
};

function answerOf(cut: () => Cut): Answer {
  try {
    const { mask, doubts } = cut();
    return { mask, doubts: doubts.map(({ id }) => id) };
  } catch (error) {
    if (error instanceof CutoutError) return { refused: error.code };
    throw error;
  }
}
