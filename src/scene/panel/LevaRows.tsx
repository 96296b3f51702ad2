import { LevaPanel, useControls, useCreateStore } from 'leva';
import { createPlugin, useInputContext, type LevaInputProps } from 'leva/plugin';
import { createContext, useContext, type ReactNode } from 'react';
import { Icon } from '../../ui/controls/Icon.tsx';
import { levaTheme } from './levaTheme.ts';

/** A row as leva places it. */
export interface LevaRow {
  readonly key: string;
  /** What stands there; of a fold: its title. */
  readonly content: ReactNode;
  readonly is: 'row' | 'fold';
  /** Key of the fold that it lies in; null: always in sight. */
  readonly fold: string | null;
}

const Contents = createContext<ReadonlyMap<string, ReactNode>>(new Map());

function Content({ id }: { readonly id: string }) {
  return useContext(Contents).get(id);
}

/**
 * A leva plugin whose value names a row. leva places and orders it; the row reads and writes the scene's store itself, so that no value
 * lives in two places.
 */
const row = createPlugin<{ id: string }, string, object>({
  component: function Row() {
    const { value } = useInputContext<LevaInputProps<string>>();
    return <Content id={value} />;
  },
  normalize: ({ id }) => ({ value: id }),
});

/** A fold: its state, open or not, is the one value that leva owns, and leva's `render` shows its rows by it. */
const fold = createPlugin<{ id: string }, boolean, { id: string }>({
  component: function Fold() {
    const { value: open, onUpdate, settings } = useInputContext<LevaInputProps<boolean, { id: string }>>();
    return (
      <button type="button" className="section" aria-expanded={open} onClick={() => onUpdate(!open)}>
        <Icon name="chevron" />
        <Content id={settings.id} />
      </button>
    );
  },
  normalize: ({ id }) => ({ value: false, settings: { id } }),
});

function schemaOf(rows: readonly LevaRow[]) {
  return Object.fromEntries(
    rows.map(({ key, is, fold: within }, order) => {
      const placement =
        within === null ? { order } : { order, render: (get: (path: string) => unknown) => get(within) === true };
      return [key, is === 'fold' ? fold({ id: key, ...placement }) : row({ id: key, ...placement })];
    }),
  );
}

/** The leva panel of a scene. leva rebuilds only when the set of rows changes, not with every value. */
export function LevaRows({ rows }: { readonly rows: readonly LevaRow[] }) {
  const leva = useCreateStore();
  const shape = rows.map(({ key, fold: within }) => `${within ?? ''}/${key}`).join(' ');
  useControls(() => schemaOf(rows), { store: leva }, [shape]);
  return (
    <Contents value={new Map(rows.map(({ key, content }) => [key, content]))}>
      <LevaPanel store={leva} theme={levaTheme} fill flat neverHide hideCopyButton titleBar={false} />
    </Contents>
  );
}
