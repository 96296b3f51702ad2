import type { Values } from '../book/values.ts';
import { bookCard, largest } from './bookCard.ts';

/* A question for each of the book's figures that has none in `book.ts`. */

const rules = ['sgd', 'momentum', 'adagrad', 'adam'] as const;

export const optimizers = bookCard({
  ...{ id: 'optimizers', experiment: 'book-6-9', answers: rules },
  outcome: (values) => largest(Object.fromEntries(rules.map((name) => [name, -values[name]!])), rules),
  claim: ({ sgd, ...others }) => rules.slice(1).every((name) => sgd! > 10 * others[name]!),
});

/** Where a sigmoid layer's values lie; `ends`: share of the bins at 0 and 1. */
const lying = ({ ends, last }: Values): string => (ends! > 0.5 ? 'ends' : last! < 0.05 ? 'middle' : 'even');

export const saturated = bookCard({
  ...{ id: 'saturated', experiment: 'book-6-10', answers: ['ends', 'middle', 'even'] },
  outcome: lying,
  claim: (values) => lying(values) === 'ends',
});

export const alike = bookCard({
  ...{ id: 'alike', experiment: 'book-6-11', answers: ['even', 'middle', 'ends'] },
  outcome: lying,
  claim: (values) => lying(values) === 'middle' && values['last']! < values['first']!,
});

export const xavier = bookCard({
  ...{ id: 'xavier', experiment: 'book-6-13', answers: ['most', 'half', 'little'] },
  outcome: ({ first, last }) => (last! > 0.8 * first! ? 'most' : last! > 0.4 * first! ? 'half' : 'little'),
  claim: ({ first, last, ends }) => last! > 0.1 && last! < 0.8 * first! && ends! < 0.05,
});

export const begun = bookCard({
  ...{ id: 'begun', experiment: 'book-6-15', answers: ['same', 'half', 'guess'] },
  outcome: ({ std, xavier: other, he }) =>
    std! > 2.2 ? 'guess' : std! < 1.5 * Math.max(other!, he!) ? 'same' : 'half',
  claim: ({ std, xavier: other, he }) => std! > 2.2 && he! < other! && other! < 1,
});

export const normed = bookCard({
  ...{ id: 'normed', experiment: 'book-6-18', answers: ['same', 'half', 'quarter'] },
  outcome: ({ normed: own, plain }) => (plain! > 0.8 * own! ? 'same' : plain! > 0.4 * own! ? 'half' : 'quarter'),
  claim: ({ normed: own, plain }) => own! > 0.8 && own! - plain! > 0.3,
});

/** What share of digits is read rightly. */
const shareRead = (share: number, all: number, most: number): string =>
  share >= all ? 'all' : share >= most ? 'most' : 'few';

export const heart = bookCard({
  ...{ id: 'heart', experiment: 'book-6-20', answers: ['all', 'most', 'few'] },
  outcome: ({ test }) => shareRead(test!, 0.95, 0.6),
  claim: ({ train, test }) => train! > 0.99 && test! < 0.9,
});

export const decay = bookCard({
  ...{ id: 'decay', experiment: 'book-6-21', answers: ['all', 'most', 'few'] },
  outcome: ({ train }) => shareRead(train!, 0.97, 0.8),
  claim: ({ train, test }) => train! < 0.97 && train! > test! && train! - test! < 0.17,
});

/** Of four decades that are searched, one: closer together is no chance. */
const near = (low: number, high: number): boolean => high / low < 10;

export const random = bookCard({
  ...{ id: 'random', experiment: 'book-6-24', answers: ['lr', 'decay', 'both', 'neither'] },
  outcome({ lr_low, lr_high, decay_low, decay_high }) {
    const [byRate, byDecay] = [near(lr_low!, lr_high!), near(decay_low!, decay_high!)];
    if (byRate === byDecay) return byRate ? 'both' : 'neither';
    return byRate ? 'lr' : 'decay';
  },
  claim: ({ lr_low, lr_high, decay_low, decay_high }) => near(lr_low!, lr_high!) && !near(decay_low!, decay_high!),
});
