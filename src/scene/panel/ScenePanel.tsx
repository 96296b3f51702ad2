import { useText } from '../../ui/useText.ts';
import type { StateTable } from '../state/table.ts';
import { HeadedRows } from './HeadedRows.tsx';
import type { PanelItem, PanelRow } from './items.ts';
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
  const rowOf = (item: PanelRow) => {
    if (typeof item === 'string') return { key: item, content: <PartRow table={table} part={item} /> };
    if ('part' in item) return { key: item.part, content: <PartRow table={table} {...item} /> };
    return { key: item.key, content: item.row };
  };
  const rowsOf = (list: readonly PanelItem[], fold: string | null): readonly LevaRow[] =>
    list.flatMap((item): readonly LevaRow[] => {
      if (typeof item === 'string' || !('rows' in item)) return [{ ...rowOf(item), is: 'row', fold }];
      const { key, rows } = item;
      if ('fold' in item) return [{ key, content: item.fold, is: 'fold', fold }, ...rowsOf(rows, key)];
      const content = <HeadedRows heading={t(item.heading)} rows={item.rows.map(rowOf)} />;
      return [{ key, content, is: 'row', fold }];
    });
  return <LevaRows rows={rowsOf(items, null)} />;
}
