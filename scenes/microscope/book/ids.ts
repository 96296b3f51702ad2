import type { ExperimentId } from '../../../src/networks/experiments/index.ts';
import { bookSpace, type Space } from '../../../src/networks/search/space.ts';

/** Measured, not reckoned alone: these have no record, and another machine has other numbers. */
export type MeasuredId = 'batch-speed' | 'batch-race';
export type BookId = ExperimentId | MeasuredId;

export interface About {
  readonly of: 'looks' | 'curves' | 'trials' | 'searches' | 'speed' | 'race';
  /** What goes up, and what goes along. */
  readonly y: 'loss' | 'accuracy' | 'share' | 'time';
  readonly x: 'updates' | 'epochs' | 'activation' | 'trials' | 'batch';
  /** Of each curve; layers, trials, sizes. */
  readonly readings: number;
}

const looks: About = { of: 'looks', y: 'share', x: 'activation', readings: 5 };
const curves = (y: 'loss' | 'accuracy', x: 'updates' | 'epochs', readings: number): About => ({
  ...{ of: 'curves', y, x, readings },
});

/** What the page says of each experiment before any of its code is there; in the order of the menu. */
export const about: Readonly<Record<BookId, About>> = {
  'book-6-9': curves('loss', 'updates', 2000),
  'book-6-10': looks,
  'book-6-11': looks,
  'book-6-13': looks,
  'book-6-14': looks,
  'book-6-15': curves('loss', 'updates', 2000),
  'book-6-18': curves('accuracy', 'epochs', 20),
  'book-6-19': curves('accuracy', 'epochs', 20),
  'book-6-20': curves('accuracy', 'epochs', 201),
  'book-6-21': curves('accuracy', 'epochs', 201),
  'book-6-23': curves('accuracy', 'epochs', 301),
  'book-6-24': { of: 'trials', y: 'accuracy', x: 'trials', readings: 100 },
  'batch-speed': { of: 'speed', y: 'time', x: 'batch', readings: 10 },
  'batch-sizes': curves('loss', 'updates', 61),
  'batch-race': { of: 'race', y: 'loss', x: 'updates', readings: 57 },
  'norm-or-dropout': curves('accuracy', 'epochs', 201),
  'search-strategies': { of: 'searches', y: 'accuracy', x: 'trials', readings: 40 },
};

export const bookIds = Object.keys(about) as BookId[];
/** Whether it is one of the book's figures; the others are questions that it leaves open. */
export const isPrinted = (id: BookId): boolean => id.startsWith('book-');
export const isMeasured = (id: BookId): id is MeasuredId => id === 'batch-speed' || id === 'batch-race';

/** Steps of the clock, at most: of more readings some are drawn as one, by their mean. */
const MOST = 200;
export const readingsAPoint = (id: BookId): number => Math.ceil(about[id].readings / (MOST + 1));
export const pointsOf = (id: BookId): number => Math.ceil(about[id].readings / readingsAPoint(id));

/** Exponents of ten that trials stand between. */
export const experimentSpaces = {
  book: bookSpace,
  question: { decay: [-6, 0], lr: [-4, 0.5] },
} as const satisfies Readonly<Record<string, Space>>;
