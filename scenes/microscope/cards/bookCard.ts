import { pointsOf, type BookId } from '../book/ids.ts';
import { isWhole, type BookResult } from '../book/run/types.ts';
import { valuesOf, type Values } from '../book/values.ts';
import { cardOf, type Evidence, type MicroscopeCard } from './types.ts';

/** A question that an experiment's run answers, whoever ran it. */
interface Asked {
  readonly id: string;
  readonly experiment: BookId;
  readonly answers: readonly string[];
  readonly outcome: (values: Values) => string | null;
  readonly claim: (values: Values) => boolean;
}

export function bookCard({ id, experiment, answers, outcome, claim }: Asked): MicroscopeCard {
  // Where the run has come to its end.
  const judgedAt = pointsOf(experiment) - 1;
  const end = (result: BookResult) => valuesOf(result, judgedAt);
  return cardOf<BookResult>({
    ...{ id, answers, judgedAt, set: `&vw=book${experiment === 'book-6-19' ? '' : `&bk=${experiment}`}` },
    of: ({ book }: Evidence) => (book && book.id === experiment && isWhole(book) ? book : null),
    outcome: (result) => outcome(end(result)),
    claim: (result) => claim(end(result)),
    // A run of another seed need not bear it out.
    holds: (result) => claim(end(result)),
    values: (result, step) => valuesOf(result, step),
  });
}

/** The largest of them. */
export const largest = (values: Values, names: readonly string[]): string =>
  names.reduce((best, name) => (values[name]! > values[best]! ? name : best));
