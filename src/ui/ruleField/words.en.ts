import type { ja } from './words.ja.ts';

export const en = {
  'ownRule.write': 'Write your own rule…',
  'ownRule.label': 'Your own update rule',
  'ownRule.titled': 'My {optimizer}',
  'ownRule.note.surface':
    'x is a coordinate, g the slope along it, f the height there, fmin the least height where it is known, t the number of the update. A number alone becomes a slider.',
  'ownRule.note.net': 'x is a weight, g its gradient, f the loss of the batch, t the number of the update.',
  'ownRule.note':
    'sum(…) adds over all coordinates; g = gradient(…) takes the gradient at another place. A name that is read before it is written is kept for the next update and begins at 0. The line with # is its name.',
  'ownRule.run': 'Run',
  'ownRule.begin': 'Open a known rule…',
  'ownRule.remove': 'Remove',
  'ownRule.close': 'Close',
} as const satisfies Readonly<Record<keyof typeof ja, string>>;
