import type { RegistrationRecord } from './types.ts';

/** The name of the part of a method that a step (0 … steps) belongs to; a step on a border belongs to the later part. */
export function phaseAt({ phases }: Pick<RegistrationRecord, 'phases'>, step: number): string {
  return phases.findLast(({ from }) => from <= step)?.name ?? '';
}
