import { anotherShape, type ReconstructionSession } from './runs/session.tsx';
import { threadIds, viewIds } from './state/types.ts';
import { keyTableOf } from '../../src/ui/keys.ts';
import { lookFromFront } from './read/front.ts';

/** Without a known truth there are neither errors nor threads to draw: the panel offers none. */
const isBlind = ({ results }: ReconstructionSession): boolean => results.getState().shown?.sample === null;

/** The keys of the reconstruction scene. */
export const keyTable = keyTableOf<ReconstructionSession>([
  {
    keys: ['1', '2', '3', '4'],
    shown: ['1', '…', '4'],
    label: 'rec.key.view',
    run: ({ session: { store } }, key) =>
      store.begin({ view: viewIds[Number(key) - 1], camera: undefined, card: undefined }),
  },
  {
    keys: ['e'],
    shown: ['E'],
    label: 'rec.key.errors',
    run: ({ session }) => {
      const { store } = session;
      if (!isBlind(session)) store.update({ errors: !store.get().state.errors });
    },
  },
  {
    keys: ['t'],
    shown: ['T'],
    label: 'rec.key.threads',
    run: ({ session }) => {
      const { store } = session;
      if (isBlind(session)) return;
      const at = threadIds.indexOf(store.get().state.threads);
      store.update({ threads: threadIds[(at + 1) % threadIds.length] });
    },
  },
  { keys: ['f'], shown: ['F'], label: 'rec.key.front', run: ({ session }) => lookFromFront(session) },
  {
    keys: ['s'],
    shown: ['S'],
    label: 'rec.key.seed',
    run: ({ session }) => anotherShape(session),
  },
]);
