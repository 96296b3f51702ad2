import { resultOf } from '../../src/scene/results/resultOf.ts';
import { sceneModel } from '../../src/scene/model.ts';
import { choice, custom, flag, number, seed } from '../../src/scene/state/entries.ts';
import { stateTable, type StateOf } from '../../src/scene/state/table.ts';
import { sdmFunctionIds } from '../../src/sdm/functions.ts';
import { sdmParamsOf } from '../../src/sdm/params.ts';
import { runSdm } from '../../src/sdm/run.ts';
import type { SdmRecord, SdmSpec } from '../../src/sdm/types.ts';
import { formulaErrorOf } from '../../src/ui/formulaField/draft.ts';

const params = sdmParamsOf('sin');
const formula = {
  write: String,
  read: (text: string) => (formulaErrorOf(text, ['x']) === null ? text : undefined),
};

const entries = {
  h: choice('h', [...sdmFunctionIds, 'own'], 'sin', { key: 'f', begins: true, resets: ['target', 'low', 'high'] }),
  formula: custom('fx', 'x^3 + x', formula, { begins: true, resets: ['target', 'low', 'high'] }),
  target: number('y', params.target),
  maps: number('k', params.maps),
  samples: number('n', params.samples),
  lambda: number('lam', params.lambda),
  reach: number('rc', params.reach),
  low: number('lo', params.low),
  high: number('hi', params.high),
  seed: seed('s', params.seed, { key: 's', begins: true }),
  training: flag('tr', true, { key: 't' }),
};

export type SdmState = StateOf<typeof entries>;

/** What the experiment calls its h: an id, or the reader's own formula. */
export const functionOf = ({ h, formula: own }: Pick<SdmState, 'h' | 'formula'>): string => (h === 'own' ? own : h);

export const table = stateTable(entries, {
  id: 'sdm',
  maxSteps: params.maps.accepts?.max ?? params.maps.max,
  steps: ({ maps }) => maps,
  basis: ['h', 'formula'],
  // Range and target are those that suit h.
  settle(state, said) {
    const { target, low, high } = sdmParamsOf(functionOf(state));
    const { default: y } = target;
    return { ...state, target: said.target ?? y, low: said.low ?? low.default, high: said.high ?? high.default };
  },
  clean: ({ formula: own, ...said }) => (said.h === 'own' && own !== undefined ? { ...said, formula: own } : said),
});

/** A training with its trials, and what it was asked for by. */
export interface Run {
  readonly spec: SdmSpec;
  readonly record: SdmRecord;
}

export function specOf(state: SdmState): SdmSpec {
  const { target, maps, samples, lambda, reach, low, high, seed: number } = state;
  return { h: functionOf(state), target, maps, samples, lambda, reach, low, high, seed: number };
}

export const model = sceneModel({
  table,
  results: {
    // Milliseconds, and 55 of them for 1,000 starts through 30 maps: a worker would cost more than it saves.
    run: resultOf(specOf, (spec) => new Promise<Run>((done) => done({ spec, record: runSdm(spec) })), {
      outlasts: true,
    }),
  },
});
