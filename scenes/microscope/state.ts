import { choice } from '../../src/scene/state/entries.ts';
import { stateTable, type StateOf } from '../../src/scene/state/table.ts';
import { bookEntries } from './book/entries.ts';
import { digitEntries } from './digit/entries.ts';
import { bookOf, activationOfNet, gatesEntries } from './gates/entries.ts';
import { layersEntries, rateOf } from './layers/entries.ts';
import { viewIds } from './views.ts';

/** What of the state is every part's own stands in its folder. */
const entries = {
  view: choice('vw', viewIds, 'layers', { select: true, begins: true, resets: ['card'] }),
  ...layersEntries,
  ...digitEntries,
  ...gatesEntries,
  ...bookEntries,
};

export type StateEntries = typeof entries;
export type State = StateOf<typeof entries>;

export const table = stateTable(entries, {
  id: 'microscope',
  prefix: 'mic',
  maxSteps: 200,
  basis: ['optimizer', 'gate', 'xorNet'],
  settle(state, said) {
    const book = bookOf(state.gate);
    return {
      ...state,
      lr: said.lr ?? rateOf(state.optimizer),
      ...{ w1: said.w1 ?? book.w1, w2: said.w2 ?? book.w2, b: said.b ?? book.b },
      xorActivation: said.xorActivation ?? activationOfNet[state.xorNet],
    };
  },
});
