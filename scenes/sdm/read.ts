import type { Theme } from '../../src/state/common.ts';
import { inkColours } from '../../src/state/ink.ts';
import type { SdmPaths } from '../../src/sdm/types.ts';
import { messageOf } from '../../src/scene/results/results.ts';
import type { TextKey } from '../../src/i18n/index.ts';
import { FormulaError } from '../../src/formula/index.ts';
import { sdmFunctionOf } from '../../src/sdm/functions.ts';
import { SdmError } from '../../src/sdm/errors.ts';
import type { Column } from '../../src/io/columns.ts';
import { explain } from '../../src/ui/formulaField/explain.ts';
import type { Words } from '../../src/ui/useText.ts';
import type { Run } from './model.ts';

const hues = { train: 5, test: 0, newton: 3 } as const;
export type Who = keyof typeof hues;
export const hueOf = (theme: Theme, who: Who): string => inkColours[theme][hues[who]];

/** Beyond the ranges of training and test the picture shows this part of their half width more. */
const MARGIN = 0.25;
/** A start has arrived when it is as near to x* as this part of the range of training. */
const NEAR = 0.01;

/** The values of x that the picture holds. */
export function shownRange({ spec: { low, high, reach } }: Pick<Run, 'spec'>): readonly [low: number, high: number] {
  const half = ((high - low) / 2) * (Math.max(reach, 1) + MARGIN);
  return [(low + high) / 2 - half, (low + high) / 2 + half];
}

/** x of every start after `step` updates. */
export function valuesAt({ starts, x }: SdmPaths, step: number): Float64Array {
  const stride = x.length / starts;
  return Float64Array.from({ length: starts }, (_, i) => x[i * stride + Math.min(step, stride - 1)]!);
}

/** How they stand after `step` updates; `outside` the picture are those too that are lost for good. */
export function countsAt(run: Run, who: Who, step: number) {
  const { record, spec } = run;
  const [low, high] = shownRange(run);
  const values = valuesAt(record[who], step);
  const near = NEAR * (spec.high - spec.low);
  return {
    starts: values.length,
    error: record[who].error[Math.min(step, spec.maps)]!,
    arrived: values.filter((x) => Math.abs(x - record.answer) <= near).length,
    outside: values.filter((x) => !(x >= low && x <= high)).length,
  };
}

/** h for reading: sin(x), or the reader's own. */
export const formulaOf = ({ spec }: Pick<Run, 'spec'>): string => sdmFunctionOf(spec.h).formula;

/** Table and file: the map that led to a row, and the errors there. */
export function columnsOf({ record: { maps, train, test, newton } }: Run): readonly Column[] {
  const every = (first: 0 | 1) => maps.filter((_, i) => i % 2 === first);
  return [
    { name: 'slope', values: every(0), from: 1 },
    { name: 'bias', values: every(1), from: 1 },
    { name: 'train', values: train.error },
    { name: 'test', values: test.error },
    { name: 'newton', values: newton.error },
  ];
}

/** Why there is nothing to learn, and what to do. */
export function problemInWords(t: Words, error: unknown): string {
  if (error instanceof FormulaError) return explain(t.language, error);
  if (!(error instanceof SdmError)) return messageOf(error);
  const facts = Object.entries(error.detail).map(([name, value]) => [
    name,
    typeof value === 'number' ? t.number(value) : value,
  ]);
  return t(`sdm.error.${error.code}` satisfies TextKey, Object.fromEntries(facts) as Record<string, string>);
}
