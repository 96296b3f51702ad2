import { LevaPanel, useControls, useCreateStore } from 'leva';
import { useMemo } from 'react';
import { levaTheme } from '../../../src/scene/panel/levaTheme.ts';
import { inputOf } from './plugins.tsx';
import { rowsOf, type PlacedRow } from './rows.ts';
import { useLab } from './useNumber.ts';

function schemaOf(rows: readonly PlacedRow[]) {
  return Object.fromEntries(
    rows.map(({ key, row, section }, order) => [
      key,
      inputOf(row, section === null ? { order } : { order, render: (get) => get(`section-${section}`) === true }),
    ]),
  );
}

/** The leva panel. Its rows follow the state's shape (which optimizers run, which is selected, which surface), their values the store. */
export default function Panel() {
  const leva = useCreateStore();
  const lab = useLab();
  const rows = useMemo(() => rowsOf(lab), [lab]);
  // leva rebuilds only when the set of rows changes, not with every value.
  const shape = rows.map(({ key }) => key).join(' ');
  useControls(() => schemaOf(rows), { store: leva }, [shape]);
  return <LevaPanel store={leva} theme={levaTheme} fill flat neverHide hideCopyButton titleBar={false} />;
}
