import type { KeyCommand } from '../../src/ui/keys.ts';
import type { RegistrationSession } from './runs/session.ts';

/** Besides those of the state's table. */
export const keys: readonly KeyCommand<RegistrationSession>[] = [
  {
    keys: ['1', '2', '3', '4'],
    shown: ['1', '…', '4'],
    label: 'reg.key.select',
    run: ({ session: { store } }, key) => {
      const pane = Number(key) - 1;
      if (pane < store.get().state.panes.length) store.update({ selected: pane });
    },
  },
];
