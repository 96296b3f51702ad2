import type { Measure } from '../export/lines.ts';
import { breakAnywhere } from '../export/lines.ts';
import type { LegendLine } from '../export/viewPng.ts';
import { wrap } from './wrap.ts';

/** Width and height for a shorter side of 1. */
export const shapes = { square: [1, 1], upright: [1, 1.25], wide: [16 / 9, 1] } as const;
export type ShapeId = keyof typeof shapes;
export const shapeIds = Object.keys(shapes) as ShapeId[];

/** What is written on a clip at a moment. */
export interface ClipWords {
  readonly title: string;
  /** What to look at now. */
  readonly sentence: string;
  /** What is shown, with its formula. */
  readonly heading: string;
  readonly lines: readonly LegendLine[];
  readonly link: string;
}

interface Style {
  readonly size: number;
  readonly weight: number;
  /** From baseline to baseline. */
  readonly line: number;
  /** Lines at most. */
  readonly most: number;
}

/** Lengths as of a frame whose shorter side is 1080. */
const styles = {
  title: { size: 40, weight: 700, line: 52, most: 2 },
  sentence: { size: 32, weight: 400, line: 44, most: 4 },
  heading: { size: 28, weight: 600, line: 40, most: 2 },
  lines: { size: 25, weight: 400, line: 36, most: 5 },
  link: { size: 19, weight: 400, line: 26, most: 3 },
} as const satisfies Readonly<Record<string, Style>>;

type Block = keyof typeof styles;
const blocks = Object.keys(styles) as Block[];
const above: readonly Block[] = ['title', 'sentence'];
const PADDING = 44;
const GAP = 14;
/** Between names in one line. */
const BETWEEN = 34;

/** A piece of text and where it begins. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly font: string;
  readonly block: Block;
  readonly colour?: string | undefined;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** How many lines each block has room for, the same in every frame: nothing moves when a sentence grows. */
  readonly room: Readonly<Record<Block, number>>;
  /** Where the picture stands. */
  readonly picture: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Both even, as encoders want them. */
export function sizeOf(shape: ShapeId, side: number): Sized {
  const even = (length: number) => 2 * Math.round(length / 2);
  return { width: even(shapes[shape][0] * side), height: even(shapes[shape][1] * side) };
}

const unitOf = ({ width, height }: Sized) => Math.min(width, height) / 1080;
const fontOf = (block: Block, unit: number) => `${styles[block].weight} ${styles[block].size * unit}px`;

interface Piece {
  readonly text: string;
  /** From the left of its block. */
  readonly at: number;
  readonly colour?: string | undefined;
}

/** The lines of a block, each of one piece or, names side by side, of several. */
function linesOf(block: Block, words: ClipWords, size: Sized, measure: Measure): readonly (readonly Piece[])[] {
  const unit = unitOf(size);
  const room = size.width - 2 * PADDING * unit;
  const font = fontOf(block, unit);
  const { most } = styles[block];
  if (block === 'link')
    return breakAnywhere(words.link, room, font, measure)
      .slice(0, most)
      .map((text) => [{ text, at: 0 }]);
  if (block !== 'lines') return wrap(words[block], room, font, measure, most).map((text) => [{ text, at: 0 }]);
  const lines: Piece[][] = [];
  let end = Infinity;
  for (const { text: whole, colour } of words.lines) {
    for (const text of wrap(whole, room, font, measure)) {
      const length = measure(text, font);
      if (end + length > room) {
        lines.push([]);
        end = 0;
      }
      lines.at(-1)?.push({ text, at: end, colour });
      end += length + BETWEEN * unit;
    }
  }
  return lines.slice(0, most);
}

/** A frame with room for all that is written on it at any of these moments. */
export function frameFor(size: Sized, moments: readonly ClipWords[], measure: Measure): Frame {
  const unit = unitOf(size);
  const counted = blocks.map((block) => [
    block,
    Math.max(...moments.map((words) => linesOf(block, words, size, measure).length), 0),
  ]);
  const room = Object.fromEntries(counted) as Frame['room'];
  const heightOf = (some: readonly Block[]) =>
    some.reduce((sum, block) => sum + (room[block] === 0 ? 0 : room[block] * styles[block].line + GAP), 0) * unit;
  const top = PADDING * unit + heightOf(above);
  const bottom = PADDING * unit + heightOf(blocks.filter((block) => !above.includes(block)));
  const left = (PADDING * unit) / 2;
  const picture = { left, top, width: size.width - 2 * left, height: size.height - top - bottom };
  return { ...size, room, picture };
}

/** Where everything is written in a frame. */
export function runsOf(frame: Frame, words: ClipWords, measure: Measure): readonly Run[] {
  const unit = unitOf(frame);
  let y = PADDING * unit;
  return blocks.flatMap((block) => {
    if (block === 'heading') y = frame.picture.top + frame.picture.height + GAP * unit;
    const { line, size } = styles[block];
    const from = y;
    const room = frame.room[block];
    y += room === 0 ? 0 : (room * line + GAP) * unit;
    return linesOf(block, words, frame, measure)
      .slice(0, room)
      .flatMap((pieces, k) =>
        pieces.map(({ text, at, colour }) => ({
          ...{ text, colour, block, font: fontOf(block, unit), x: PADDING * unit + at },
          baseline: from + (k * line + (line + 0.7 * size) / 2) * unit,
        })),
      );
  });
}
