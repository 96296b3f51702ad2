import type { ParamSpecs } from '../../../src/params/spec.ts';
import { contains } from '../../../src/surfaces/domain.ts';
import { surfaceIds } from '../../../src/surfaces/index.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { numberField, oneOf, type Field, type Fields } from '../../../src/state/fields.ts';
import { sceneParams } from './limits.ts';
import { surfaceOf } from './experiment.ts';
import type { Overrides } from './types.ts';
import { disturbanceFields } from './disturbanceFields.ts';
import { runIds } from './runs.ts';
import { readNumbers, readParams, writeParams } from '../../../src/state/urlNumbers.ts';
import { formulaCoder, ruleCoder } from '../../../src/state/written.ts';

export function isDomain(numbers: readonly number[]): boolean {
  const [x0, x1, y0, y1] = numbers as unknown as Domain;
  return x1 > x0 && y1 > y0 && numbers.every((n) => Math.abs(n) <= 1e6) && Math.min(x1 - x0, y1 - y0) >= 1e-6;
}

/** Kernels and vertex buffers are float32: a thousandth of the coordinates still leaves them 16,000 places along a side. */
export function isDrawable(numbers: readonly number[]): boolean {
  const [x0, x1, y0, y1] = numbers as unknown as Domain;
  return Math.min(x1 - x0, y1 - y0) >= 1e-3 * Math.max(...numbers.map(Math.abs));
}

const formula: Field<string> = { name: 'formula', ...formulaCoder() };

const domain: Field<Domain> = {
  name: 'domain',
  write: (value) => value.join(','),
  read: (text) => {
    const numbers = readNumbers(text, 4);
    return numbers && isDomain(numbers) && isDrawable(numbers) ? (numbers as unknown as Domain) : undefined;
  },
};

function surfaceParams(specs: ParamSpecs): Field<Record<string, number>> {
  return {
    name: 'surfaceParams',
    write: writeParams,
    read: (text) => readParams(text.split(';'), specs),
  };
}

const rule: Field<string> = { name: 'rule', ...ruleCoder() };

const BEFORE_CUT = ['view', 'h', 'ex'];

/** Link key → field, in reading order, around the entries' own fields. What `start`, `a` and `cut` accept depends on the surface in `context`. */
export function fieldsAround(own: Fields, context: Overrides): Fields {
  const surface = surfaceOf(context);
  const start: Field<readonly [number, number]> = {
    name: 'start',
    write: (value) => value.join(','),
    read: (text) => {
      const numbers = readNumbers(text, 2) as [number, number] | undefined;
      return numbers && contains(surface.domain, ...numbers) ? numbers : undefined;
    },
  };
  return {
    s: oneOf('surface', surfaceIds),
    f: formula,
    // A bundled surface has its own.
    d: context.formula === undefined ? { ...domain, read: () => undefined } : domain,
    a: surfaceParams(surface.params ?? {}),
    x: start,
    n: numberField('steps', sceneParams.steps),
    inj: disturbanceFields.inject,
    lrc: disturbanceFields.lrChange,
    sch: disturbanceFields.schedule,
    rule,
    sel: oneOf('selected', runIds(context)),
    ...Object.fromEntries(BEFORE_CUT.map((key) => [key, own[key]!])),
    cut: numberField('cut', { default: surface.cut, min: surface.cut, max: surface.cut, scale: 'linear' }),
    ...own,
  };
}
