import type { Theme } from '../../../src/state/common.ts';
import { inkColours } from '../../../src/state/ink.ts';
import type { Result } from '../../../src/scene/results/types.ts';
import { hasText } from '../../../src/i18n/index.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { isMeasured, type About, type BookId } from './ids.ts';
import { runsHere } from './results.ts';
import type { BookPart, BookResult } from './run/types.ts';
import type { State } from '../state.ts';

/** Blue, ochre, teal, plum, umber and green, in the order of the curves. */
const hues = [0, 3, 4, 2, 5, 1] as const;
export const hueOf = (theme: Theme, series: number): string => inkColours[theme][hues[series % hues.length]!];

/** What is on view: the reader's own run where that is asked for and there, else the record. */
export interface BookShown {
  readonly result: BookResult | null;
  readonly is: 'own' | 'shipped';
  readonly resumed: boolean;
  readonly unkept: boolean;
}

export function bookShown(
  state: Pick<State, 'experiment' | 'whose'>,
  record: Result<BookResult>,
  own: Result<BookPart>,
): BookShown {
  const { experiment } = state;
  const part = runsHere(state) && own.value?.result.id === experiment ? own.value : null;
  if (part) return { ...part, is: 'own' };
  const shipped = record.value?.id === experiment ? record.value : null;
  return { result: shipped, is: isMeasured(experiment) ? 'own' : 'shipped', resumed: false, unkept: false };
}

/** What a curve or strategy is called: by a word of ours where it has one, else as the experiment calls it. */
export function seriesName(t: Words, name: string, id?: BookId): string {
  // The one experiment whose weights begin at another standard deviation than 0.01.
  if (id === 'book-6-10' && name === 'std') return 'σ = 1';
  const key = `mic.book.series.${name}`;
  return hasText(key) ? t(key) : name;
}

/** A number of the figure's upward axis. */
export function valueText(t: Words, y: About['y'], value: number): string {
  if (y === 'time') return `${t.number(1e6 * value, 2)} µs`;
  return y === 'loss' ? t.number(value, 3) : `${t.number(100 * value, 3)} %`;
}
