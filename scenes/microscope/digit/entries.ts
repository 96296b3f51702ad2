import type { ParamSpec } from '../../../src/params/spec.ts';
import { readStrokes, writeStrokes, type Strokes } from '../../../src/networks/microscope/strokes.ts';
import { choice, custom, flag, number } from '../../../src/scene/state/entries.ts';

const digit: ParamSpec = {
  ...{ default: 36, min: 0, max: 1999, scale: 'linear', integer: true },
  accepts: { min: 0, max: 1999 },
};
const epsilon: ParamSpec = {
  ...{ default: 0, min: 0, max: 0.4, scale: 'linear', symbol: 'ε' },
  accepts: { min: 0, max: 1 },
};
const share: ParamSpec = { default: 0.1, min: 0.05, max: 0.7, scale: 'linear', accepts: { min: 0, below: 1 } };

const aboutIds = ['answer', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A drawing stands before the test digit's number, which puts it away. A nudge was meant for one picture: another begins without. */
export const digitEntries = {
  strokes: custom<Strokes>('dr', [], { write: writeStrokes, read: readStrokes }),
  digit: number('dg', digit, { resets: ['strokes', 'epsilon'] }),
  spoke: flag('wh', true, { key: 'p' }),
  about: choice('ab', aboutIds, 'answer', { select: true }),
  epsilon: number('ep', epsilon),
  thinned: flag('th', false, { key: 'e' }),
  thinShare: number('ts', share),
};
