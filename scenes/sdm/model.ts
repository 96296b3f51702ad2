import { resultOf } from '../../src/scene/results/resultOf.ts';
import { sceneModel } from '../../src/scene/model.ts';
import { choice, formula, number, seed } from '../../src/scene/state/entries.ts';
import { stateTable, type StateOf } from '../../src/scene/state/table.ts';
import { sdmFunctionIds } from '../../src/sdm/functions.ts';
import { sdmParamsOf } from '../../src/sdm/params.ts';
import type { SdmRun } from '../../src/sdm/reading.ts';
import { runSdm } from '../../src/sdm/run.ts';
import type { SdmSpec } from '../../src/sdm/types.ts';

const params = sdmParamsOf('sin');
/** Another h brings the range and the target that suit it; a card speaks of its own. */
const anew = { begins: true, resets: ['target', 'low', 'high', 'card'] };

const entries = {
  h: choice('h', [...sdmFunctionIds, 'own'], 'sin', { key: 'f', ...anew }),
  formula: formula('fx', 'x^3 + x', ['x'], anew),
  target: number('y', params.target),
  maps: number('k', params.maps),
  samples: number('n', params.samples),
  lambda: number('lam', params.lambda),
  reach: number('rc', params.reach),
  low: number('lo', params.low),
  high: number('hi', params.high),
  seed: seed('s', params.seed, { key: 's', begins: true }),
};

type State = StateOf<typeof entries>;

/** As the experiment calls it: an id, or the reader's own formula. */
export const functionOf = (state: Pick<State, 'h' | 'formula'>) => (state.h === 'own' ? state.formula : state.h);

export const table = stateTable(entries, {
  id: 'sdm',
  maxSteps: 5000,
  steps: ({ maps }) => maps,
  basis: ['h', 'formula'],
  settle(state, said) {
    const { target, low, high } = sdmParamsOf(functionOf(state));
    const { target: y = target.default, low: from = low.default, high: to = high.default } = said;
    return { ...state, target: y, low: from, high: to };
  },
  clean: (said) => (said.h === 'own' ? said : { ...said, formula: undefined }),
});

export function specOf(state: State): SdmSpec {
  const { target, maps, samples, lambda, reach, low, high, seed: number } = state;
  return { h: functionOf(state), target, maps, samples, lambda, reach, low, high, seed: number };
}

// Milliseconds, and 55 of them for 1,000 starts through 30 maps: a worker would cost more than it saves.
const run = (spec: SdmSpec) => new Promise<SdmRun>((done) => done({ spec, record: runSdm(spec) }));

export const model = sceneModel({ table, results: { run: resultOf(specOf, run, { outlasts: true }) } });
