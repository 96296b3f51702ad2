import { bookCard, largest } from './bookCard.ts';

/* What the book leaves open, and what needs more than a glance at one of its figures. */

export const relu = bookCard({
  ...{ id: 'relu', experiment: 'book-6-14', answers: ['std', 'xavier', 'he'] },
  // Layer 1's own, from He: 0.83.
  outcome: (values) => largest(values, ['std', 'xavier', 'he']),
  claim: ({ std, xavier, he }) => std! < 1e-4 && xavier! < 0.3 && he! > 0.7 && he! < 1,
});

export const scales = bookCard({
  ...{ id: 'scales', experiment: 'book-6-19', answers: ['few', 'half', 'most'] },
  outcome: ({ plain }) => (plain! <= 4 ? 'few' : plain! < 12 ? 'half' : 'most'),
  claim: ({ normed, plain, scales: all }) => normed === all && plain! <= 4,
});

export const dropout = bookCard({
  ...{ id: 'dropout', experiment: 'book-6-23', answers: ['shrinks', 'same', 'grows'] },
  outcome(values) {
    const gap = (name: string) => values[`${name}_train`]! - values[`${name}_test`]!;
    const share = gap('dropout') / gap('plain');
    return share < 0.67 ? 'shrinks' : share < 1.1 ? 'same' : 'grows';
  },
  claim: (values) => values['dropout_test']! < values['plain_test']!,
});

export const speed = bookCard({
  ...{ id: 'speed', experiment: 'batch-speed', answers: ['less', 'ten', 'more'] },
  outcome: ({ fast }) => (fast! < 5 ? 'less' : fast! <= 20 ? 'ten' : 'more'),
  // However fast the reader's machine is: that it comes from how one computes.
  claim: ({ fast, plain }) => plain! > 0 && fast! > 1.2 * plain!,
});

export const sizes = bookCard({
  ...{ id: 'sizes', experiment: 'batch-sizes', answers: ['same', 'half', 'tenth'] },
  outcome: ({ b100, b1000 }) => (b1000! > 0.75 * b100! ? 'same' : b1000! > 0.25 * b100! ? 'half' : 'tenth'),
  claim: ({ b1, b10, b100, b1000 }) => b1! > b10! && b10! > b100! && b1000! > 0.75 * b100!,
});

export const race = bookCard({
  ...{ id: 'race', experiment: 'batch-race', answers: ['few', 'tens', 'hundreds', 'most'] },
  outcome({ best }) {
    if (Number.isNaN(best)) return null;
    return best! <= 5 ? 'few' : best! <= 50 ? 'tens' : best! <= 200 ? 'hundreds' : 'most';
  },
  // Whichever is first on the reader's machine: that ten times the digits save next to no updates.
  claim: ({ u10, u100, u1000, n100 }) => u10! > u100! && u1000! > 0.7 * u100! && n100! > 1,
});

export const overfit = bookCard({
  ...{ id: 'overfit', experiment: 'norm-or-dropout', answers: ['plain', 'dropout', 'normed', 'both'] },
  outcome: (values) => largest(values, ['plain_test', 'dropout_test', 'normed_test', 'both_test']).replace('_test', ''),
  claim: (values) => values['plain_test']! > values['normed_test']! && values['plain_test']! > values['dropout_test']!,
});

const strategies = ['random', 'grid', 'genetic'] as const;
/** What stands out. */
const CLEAR = 0.05;

export const search = bookCard({
  ...{ id: 'search', experiment: 'search-strategies', answers: [...strategies, 'none'] },
  outcome(values) {
    const best = largest(values, strategies);
    const others = strategies.filter((name) => name !== best).map((name) => values[name]!);
    return values[best]! - Math.max(...others) >= CLEAR ? best : 'none';
  },
  claim: (values) =>
    strategies.every((name) => Math.abs(values[name]! - values['random']!) < CLEAR) &&
    values['random_high']! - values['random_low']! > Math.abs(values['genetic']! - values['random']!),
});
