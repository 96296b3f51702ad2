import type { RegistrationSession } from './runs/session.tsx';
import { curveIds } from './state/types.ts';
import { keyTableOf } from '../../src/ui/keys.ts';

function toggle({ store }: RegistrationSession, flag: 'overlay' | 'threads' | 'residuals'): void {
  store.update({ [flag]: !store.get().state[flag] });
}

/** The keys of the registration scene. */
export const keyTable = keyTableOf<RegistrationSession>([
  {
    keys: ['1', '2', '3', '4'],
    shown: ['1', '…', '4'],
    label: 'reg.key.select',
    run: ({ session: { store } }, key) => {
      const pane = Number(key) - 1;
      if (pane < store.get().state.panes.length) store.update({ selected: pane });
    },
  },
  { keys: ['o'], shown: ['O'], label: 'reg.key.overlay', run: ({ session }) => toggle(session, 'overlay') },
  { keys: ['t'], shown: ['T'], label: 'reg.key.threads', run: ({ session }) => toggle(session, 'threads') },
  { keys: ['r'], shown: ['R'], label: 'reg.key.residuals', run: ({ session }) => toggle(session, 'residuals') },
  {
    keys: ['y'],
    shown: ['Y'],
    label: 'reg.key.curve',
    run: ({ session: { store } }) => {
      const at = curveIds.indexOf(store.get().state.curve);
      store.update({ curve: curveIds[(at + 1) % curveIds.length] });
    },
  },
  {
    keys: ['s'],
    shown: ['S'],
    label: 'reg.key.seed',
    run: ({ session: { store } }) => store.begin({ seed: store.get().state.seed + 1 }),
  },
]);
