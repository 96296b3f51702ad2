import { useSession } from '../../runs/session.tsx';
import { linkOf } from '../../runs/history.ts';
import { columnsAsCsv, type Column } from '../../io/columns.ts';
import type { TextKey } from '../../i18n/index.ts';
import { stepShown } from '../../trace/jump.ts';
import { viewPng, type LegendLine } from '../../ui/export/viewPng.ts';
import type { Exports } from '../described.ts';

interface TakeAway {
  /** How files begin. */
  readonly name: string;
  readonly title: string;
  /** Below the picture of a step. */
  readonly heading: (step: number) => string;
  readonly lines: (step: number) => readonly LegendLine[];
  /** What the numbers are called, and the numbers. */
  readonly csv: TextKey;
  readonly columns: readonly Column[];
  /** What a row is, in the file; absent: a step. */
  readonly row?: string;
}

/** What may be taken away of a view and its numbers by step; null: nothing is there yet. */
export function useTakeAway(of: TakeAway | null): Exports {
  const session = useSession();
  if (!of) return { items: [], title: () => 'Koubai' };
  const { name, title, heading, lines, csv, columns, row } = of;
  const step = () => stepShown(session.clock.t);
  const picture = () => ({ title, heading: heading(step()), lines: lines(step()), link: linkOf(session) });
  return {
    title: () => title,
    clip: async () => ({ name: () => name, heading: () => heading(step()), lines: () => lines(step()) }),
    items: [
      {
        label: 'export.png',
        fileName: () => `${name}-step${step()}.png`,
        make: () => viewPng({ draw: session.pictures.getState().draw, ...picture() }),
      },
      {
        label: csv,
        fileName: () => `${name}.csv`,
        make: () => Promise.resolve(new Blob([columnsAsCsv(columns, row)], { type: 'text/csv' })),
      },
    ],
  };
}
