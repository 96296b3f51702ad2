import { useSyncExternalStore } from 'react';
import type { TextKey } from '../../i18n/index.ts';
import { useSession } from '../../runs/session.tsx';
import { RangeControl } from '../../ui/controls/RangeControl.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Toggle } from '../../ui/controls/Toggle.tsx';
import { useText } from '../../ui/useText.ts';
import { changePart } from '../state/change.ts';
import { offeredOf } from '../state/entries.ts';
import type { StateTable } from '../state/table.ts';
import type { PartNow } from './items.ts';
import { FormulaRow } from './FormulaRow.tsx';
import { SeedRow } from './SeedRow.tsx';
import { SelectRow } from './SelectRow.tsx';

interface Props extends PartNow {
  readonly table: StateTable;
}

/** A part of the state as its table says that it is shown. */
export function PartRow({ table, part, disabled = false, offered: few, value: instead, spec }: Props) {
  const t = useText();
  const { store } = useSession();
  const state = useSyncExternalStore(store.subscribe, () => store.get().state);
  const entry = table.entries[part];
  if (!entry?.shown) throw new Error(`the state of ${table.id} shows no ${part}`);
  const { shown } = entry;
  const name = `${table.prefix}.${part}`;
  const word = (key: string) => t(key as TextKey);
  const now = offeredOf(entry, part, state);
  const value = instead ?? now.value;
  const offered = few ?? now.offered;
  const change = (next: unknown, kind: 'push' | 'replace' = 'push') => changePart(store, entry, part, next, kind);
  switch (shown.as) {
    case 'range':
      return (
        <RangeControl
          label={word(name)}
          symbol={shown.spec.symbol}
          spec={spec ?? shown.spec}
          value={value as number}
          onChange={(next) => change(next, 'replace')}
        />
      );
    case 'seed':
      return (
        <SeedRow name={name} spec={shown.spec} value={value as number} shortcut={entry.options.key} onChange={change} />
      );
    case 'toggle':
      return <Toggle label={word(name)} checked={value === true} disabled={disabled} onChange={change} />;
    case 'select':
    case 'buttons': {
      const options = (offered ?? shown.options).map((id) => ({ value: id, label: word(`${name}.${id}`) }));
      const Control = shown.as === 'select' ? SelectRow : Segmented;
      return (
        <div className="choice-row">
          {shown.as === 'buttons' && <p className="label">{word(name)}</p>}
          <Control label={word(name)} options={options} value={value as string} disabled={disabled} onChange={change} />
        </div>
      );
    }
    case 'formula':
      // Another link, browser back: the field follows the state.
      return (
        <FormulaRow
          key={value as string}
          label={word(name)}
          variables={shown.variables}
          value={value as string}
          onChange={change}
        />
      );
    case 'ranges': {
      const values = value as Readonly<Record<string, number>>;
      const defaults = entry.default as Readonly<Record<string, number>>;
      return Object.entries(shown.specs).map(([key, spec]) => (
        <RangeControl
          key={key}
          label={word(`${name}.${key}`)}
          symbol={spec.symbol}
          spec={{ ...spec, default: defaults[key] ?? spec.default }}
          value={values[key]!}
          onChange={(next) => change({ ...values, [key]: next }, 'replace')}
        />
      ));
    }
  }
}
