import type { TextKey } from '../../i18n/index.ts';
import type { KeyCommand } from '../../ui/keys.ts';
import { turnPart } from './change.ts';
import type { StateTable } from './table.ts';

/** The keys that a state table names, in its order. Their words: `<prefix>.key.<part>`. */
export function keysOf(table: StateTable): readonly KeyCommand[] {
  return Object.entries(table.entries).flatMap(([part, entry]) => {
    const { key } = entry.options;
    if (key === undefined) return [];
    const command: KeyCommand = {
      keys: [key],
      shown: [key.toUpperCase()],
      label: `${table.prefix}.key.${part}` as TextKey,
      run: ({ session: { store } }) => turnPart(store, table, part),
    };
    return [command];
  });
}
