import type { LabSession } from './runs/lab.tsx';
import { keyTableOf } from '../../src/ui/keys.ts';
import { selectNth, toggleFlag, toggleHeight, toggleSolo, toggleView } from './commands.ts';

/** The keys of the optimizer scene. */
export const keyTable = keyTableOf<LabSession>([
  {
    keys: ['1', '2', '3', '4', '5', '6'],
    shown: ['1', '…', '6'],
    label: 'key.select',
    run: ({ session }, key) => selectNth(session, Number(key) - 1),
  },
  { keys: ['i'], shown: ['I'], label: 'key.solo', run: ({ session }) => toggleSolo(session) },
  { keys: ['b'], shown: ['B'], label: 'key.book', run: ({ session }) => toggleView(session, 'book') },
  { keys: ['o'], shown: ['O'], label: 'key.overlay', run: ({ session }) => toggleView(session, 'overlay') },
  { keys: ['h'], shown: ['H'], label: 'key.height', run: ({ session }) => toggleHeight(session) },
  { keys: ['s'], shown: ['S'], label: 'key.swarm', run: ({ session }) => toggleFlag(session, 'swarm') },
  { keys: ['a'], shown: ['A'], label: 'key.arrows', run: ({ session }) => toggleFlag(session, 'arrows') },
  { keys: ['f'], shown: ['F'], label: 'key.field', run: ({ session }) => toggleFlag(session, 'field') },
  { keys: ['p'], shown: ['P'], label: 'key.plan', run: ({ session }) => toggleFlag(session, 'plan') },
]);
