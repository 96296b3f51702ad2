import { turnPart } from '../../src/scene/state/change.ts';
import type { KeyCommand } from '../../src/ui/keys.ts';
import { seenIn, type SceneSession } from './model.ts';
import { anotherShape, showView } from './picture/choose.ts';
import { turnToFront } from './read/front.ts';
import { table, viewIds } from './state.ts';

/** Without a known truth there are neither errors nor threads to draw: the panel offers none. */
const turn = (part: 'errors' | 'threads') => ({
  run({ session }: { readonly session: SceneSession }) {
    if (seenIn(session).shown?.sample !== null) turnPart(session.store, table, part);
  },
});

/** The scene's keys. */
export const keys: readonly KeyCommand<SceneSession>[] = [
  {
    keys: ['1', '2', '3', '4'],
    shown: ['1', '…', '4'],
    label: 'rec.key.view',
    run: ({ session }, key) => showView(session, viewIds[Number(key) - 1]!),
  },
  { keys: ['e'], shown: ['E'], label: 'rec.key.errors', ...turn('errors') },
  { keys: ['t'], shown: ['T'], label: 'rec.key.threads', ...turn('threads') },
  { keys: ['f'], shown: ['F'], label: 'rec.key.front', run: ({ session }) => turnToFront(session) },
  { keys: ['s'], shown: ['S'], label: 'rec.key.seed', run: ({ session }) => anotherShape(session) },
];
