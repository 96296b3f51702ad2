import type { LegendLine } from '../export/viewPng.ts';

/** A drawing that another canvas takes over. */
export type Drawing = HTMLCanvasElement | HTMLImageElement;

/** What a scene says of its clip; each at the moment when it is asked. */
export interface ClipOf {
  /** What the file is called, without its ending. */
  readonly name: () => string;
  /** What is shown, with its formula. */
  readonly heading: () => string;
  readonly lines: () => readonly LegendLine[];
  /** Draws what is on view at so many pixels a CSS pixel, always to the same size; absent: the session's picture. */
  readonly draw?: ((scale: number) => Promise<Drawing>) | undefined;
}
