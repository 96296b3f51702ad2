import type { TextKey } from '../../i18n/index.ts';
import type { KeyCommand } from '../../ui/keys.ts';
import { changePart, nextOf } from './change.ts';
import { offeredOf } from './entries.ts';
import type { StateTable } from './table.ts';

/** The keys that a state table names, in its order. Their words: `<prefix>.key.<part>`. */
export function keysOf({ entries, prefix }: StateTable): readonly KeyCommand[] {
  return Object.entries(entries).flatMap(([part, entry]) => {
    const { key } = entry.options;
    if (key === undefined) return [];
    const command: KeyCommand = {
      keys: [key],
      shown: [key.toUpperCase()],
      label: `${prefix}.key.${part}` as TextKey,
      run({ session: { store } }) {
        const { state } = store.get();
        const { value, offered } = offeredOf(
          entry,
          state,
          (state as unknown as Readonly<Record<string, unknown>>)[part],
        );
        changePart(store, entry, part, nextOf(entry, value, offered));
      },
    };
    return [command];
  });
}
