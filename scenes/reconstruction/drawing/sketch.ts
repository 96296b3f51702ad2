import { doing, noHistory, redoing, undoing, type History } from '../../../src/reconstruction/cutout/edits.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';
import { marked, type Mark } from '../../../src/reconstruction/drawing/marks.ts';
import { maskOfSilhouette, SILHOUETTE_EDGE } from '../../../src/reconstruction/drawing/silhouette.ts';
import { readDrawing } from '../../../src/reconstruction/drawing/text.ts';

/** Two pixels of the canvas are one of the silhouette at its largest. */
const FINER = 2;
/** Edge of the canvas, in its own pixels. */
export const CANVAS = FINER * SILHOUETTE_EDGE;

/** What is drawn, and how it came to be. */
export interface Sketch {
  /** What a link brought, before any mark, and its text; null: nothing did. */
  readonly base: Mask;
  readonly brought: string | null;
  readonly history: History<Mark>;
  /** `base` after the marks. */
  readonly mask: Mask;
  /** The text of the link that shows this very sketch; null: none does (yet). */
  readonly text: string | null;
}

const ofBase = (base: Mask, text: string | null): Sketch => ({
  ...{ base, brought: text, history: noHistory, mask: base, text },
});

export const emptySketch = (): Sketch =>
  ofBase({ alpha: new Uint8Array(CANVAS ** 2), width: CANVAS, height: CANVAS }, null);

/** A link's drawing, to go on with. */
export const sketchOf = (text: string): Sketch => ofBase(maskOfSilhouette(readDrawing(text), FINER), text);

export const withMark = (sketch: Sketch, mark: Mark): Sketch => ({
  ...sketch,
  history: doing(sketch.history, mark),
  mask: marked(sketch.mask, mark),
  text: null,
});

function moved(sketch: Sketch, by: (history: History<Mark>) => History<Mark>): Sketch {
  const history = by(sketch.history);
  if (history.done.length === sketch.history.done.length) return sketch;
  const text = history.done.length === 0 ? sketch.brought : null;
  return { ...sketch, history, mask: history.done.reduce(marked, sketch.base), text };
}

export const undone = (sketch: Sketch): Sketch => moved(sketch, undoing);
export const redone = (sketch: Sketch): Sketch => moved(sketch, redoing);

export const isBlank = ({ mask }: Sketch): boolean => mask.alpha.every((value) => value === 0);
