import type { ReactNode } from 'react';
import { useText } from '../../ui/useText.ts';
import type { StateTable } from '../state/table.ts';
import type { PanelItem } from './items.ts';
import { LevaRows, type LevaRow } from './LevaRows.tsx';
import { PartRow } from './PartRow.tsx';
import './rows.css';

interface Props {
  readonly table: StateTable;
  readonly items: readonly PanelItem[];
}

/** A scene's settings, generated from its state table and its own rows. */
export default function ScenePanel({ table, items }: Props) {
  const t = useText();
  const rowsOf = (list: readonly PanelItem[], fold: string | null): readonly LevaRow[] =>
    list.flatMap((item): readonly LevaRow[] => {
      const row = (key: string, content: ReactNode): LevaRow => ({ key, content, is: 'row', fold });
      if (typeof item === 'string') return [row(item, <PartRow table={table} part={item} />)];
      if ('part' in item) return [row(item.part, <PartRow table={table} {...item} />)];
      if ('row' in item) return [row(item.key, item.row)];
      if ('heading' in item) return [row(item.key, <h3 className="rows-heading">{t(item.heading)}</h3>)];
      return [{ key: item.key, content: item.fold, is: 'fold', fold }, ...rowsOf(item.rows, item.key)];
    });
  return <LevaRows rows={rowsOf(items, null)} />;
}
