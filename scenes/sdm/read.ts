import { FormulaError } from '../../src/formula/index.ts';
import type { Column } from '../../src/io/columns.ts';
import { messageOf } from '../../src/scene/results/results.ts';
import { SdmError } from '../../src/sdm/errors.ts';
import { sdmFunctionOf } from '../../src/sdm/functions.ts';
import type { SdmRun } from '../../src/sdm/reading.ts';
import type { Theme } from '../../src/state/common.ts';
import { inkColours } from '../../src/state/ink.ts';
import { explain } from '../../src/ui/formulaField/explain.ts';
import { plainFormula } from '../../src/ui/plainFormula.ts';
import type { Words } from '../../src/ui/useText.ts';

const hues = { test: 0, train: 5, newton: 3 } as const;
export type Who = keyof typeof hues;
export const whose = Object.keys(hues) as readonly Who[];
export const hueOf = (theme: Theme, who: Who): string => inkColours[theme][hues[who]];

/** h for reading. */
export const formulaOf = ({ spec }: SdmRun): string => plainFormula(sdmFunctionOf(spec.h).formula);

/** Table and file: the map that led to a row, and the errors there. */
export function columnsOf({ record: { maps, train, test, newton } }: SdmRun) {
  const every = (first: number) => maps.filter((_, i) => i % 2 === first);
  return [
    { name: 'slope', values: every(0), from: 1 },
    { name: 'bias', values: every(1), from: 1 },
    { name: 'train', values: train.error },
    { name: 'test', values: test.error },
    { name: 'newton', values: newton.error },
  ] as const satisfies readonly Column[];
}

/** Why there is nothing to learn, and what to do. */
export function problemInWords(t: Words, error: unknown): string {
  if (error instanceof FormulaError) return explain(t.language, error);
  if (!(error instanceof SdmError)) return messageOf(error);
  const shown = (value: string | number) => (typeof value === 'number' ? t.number(value) : value);
  const facts = Object.entries(error.detail).map(([name, value]) => [name, shown(value)] as const);
  return t(`sdm.error.${error.code}`, Object.fromEntries(facts));
}
