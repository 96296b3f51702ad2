import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import { scheduleKinds, type Schedule } from '../../../src/optimizers/schedule.ts';
import { refusal } from '../../../src/params/spec.ts';
import { disturbanceParams } from './limits.ts';
import type { Field } from '../../../src/state/fields.ts';
import { readNumbers } from '../../../src/state/urlNumbers.ts';

const { injectStep, injectX, injectY } = disturbanceParams.inject;
const { lrChangeStep, lrChangeFactor } = disturbanceParams.lrChange;
const { scheduleOver, scheduleFactor } = disturbanceParams.schedule;

/** The update that sees it, then what is added to its gradient. */
const inject: Field<NonNullable<Disturbance['inject']>> = {
  name: 'inject',
  write: ({ step, gradient }) => [step, ...gradient].join(','),
  read: (text) => {
    const [step, gx, gy] = (readNumbers(text, 3) ?? [NaN, NaN, NaN]) as [number, number, number];
    const refused = refusal(injectStep, step) ?? refusal(injectX, gx) ?? refusal(injectY, gy);
    return refused === null ? { step, gradient: [gx, gy] } : undefined;
  },
};

/** The first update with another lr, then the factor. */
const lrChange: Field<NonNullable<Disturbance['lrChange']>> = {
  name: 'lrChange',
  write: ({ step, factor }) => `${step},${factor}`,
  read: (text) => {
    const [step, factor] = (readNumbers(text, 2) ?? [NaN, NaN]) as [number, number];
    const refused = refusal(lrChangeStep, step) ?? refusal(lrChangeFactor, factor);
    return refused === null ? { step, factor } : undefined;
  },
};

/** `cosine,30,0.1`: kind, over how many updates, factor. */
const schedule: Field<Schedule> = {
  name: 'schedule',
  write: ({ kind, over, factor }) => `${kind},${over},${factor}`,
  read: (text) => {
    const [, word = '', numbers = ''] = /^([a-z]+),(.*)$/.exec(text) ?? [];
    const kind = scheduleKinds.find((one) => one === word);
    const [over, factor] = (readNumbers(numbers, 2) ?? [NaN, NaN]) as [number, number];
    const refused = refusal(scheduleOver, over) ?? refusal(scheduleFactor, factor);
    return kind && refused === null ? { kind, over, factor } : undefined;
  },
};

/** As links and the command line write what disturbs a run. */
export const disturbanceFields = { inject, lrChange, schedule } as const;
