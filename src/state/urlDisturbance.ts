import type { Disturbance } from '../optimizers/disturbance.ts';
import { sceneParams } from './limits.ts';
import { readNumbers, type Field } from './urlNumbers.ts';

const isStep = (step: number) => Number.isInteger(step) && step >= 1 && step <= sceneParams.steps.max;

/** The update that sees it, then what is added to its gradient. */
const inject: Field<NonNullable<Disturbance['inject']>> = {
  name: 'inject',
  write: ({ step, gradient }) => [step, ...gradient].join(','),
  read: (text) => {
    const [step, gx, gy] = (readNumbers(text, 3) ?? []) as [number, number, number];
    const fits = isStep(step) && Math.abs(gx) <= 1e6 && Math.abs(gy) <= 1e6;
    return fits ? { step, gradient: [gx, gy] } : undefined;
  },
};

/** The first update with another lr, then the factor. */
const lrChange: Field<NonNullable<Disturbance['lrChange']>> = {
  name: 'lrChange',
  write: ({ step, factor }) => `${step},${factor}`,
  read: (text) => {
    const [step, factor] = (readNumbers(text, 2) ?? []) as [number, number];
    return isStep(step) && factor >= 0 && factor <= 1e6 ? { step, factor } : undefined;
  },
};

/** As links and the command line write what disturbs a run. */
export const disturbanceFields = { inject, lrChange } as const;
