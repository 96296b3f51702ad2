import { availableParallelism } from 'node:os';
import { whole } from '../../params/spec.ts';
import { numberWithin } from '../values.ts';

/** `--workers`, or one a core. Throws Refusal. */
export function workersOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  return numberWithin('--workers', text, whole(1, 256));
}
