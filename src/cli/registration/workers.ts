import { availableParallelism } from 'node:os';
import { numberWithin } from '../values.ts';

/** `--workers`, or one a core. Throws Refusal. */
export function workersOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  return numberWithin('--workers', text, {
    default: 1,
    min: 1,
    max: 256,
    scale: 'log',
    integer: true,
    accepts: { min: 1, max: 256 },
  });
}
