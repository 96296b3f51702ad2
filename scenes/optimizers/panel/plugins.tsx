import { createPlugin, useInputContext, type LevaInputProps } from 'leva/plugin';
import type { ReactNode } from 'react';
import { useLabState } from '../runs/lab.tsx';
import { Icon } from '../../../src/ui/controls/Icon.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { Optimizers } from './Optimizers.tsx';
import { RangeRow } from './RangeRow.tsx';
import type { Row } from './rows.ts';
import { SemanticsRow } from './SemanticsRow.tsx';
import { DisturbanceRow, FlagRow, HeadingRow, HeightRow, ResetRow } from './SmallRows.tsx';
import { StartRow } from './StartRow.tsx';
import { SurfaceRow } from './SurfaceRow.tsx';

type RowOf<K extends Row['kind']> = Extract<Row, { kind: K }>;

/**
 * A leva plugin whose value names a part of our store. leva places the row; the row reads and writes the store itself, so that
 * no value lives in two places.
 */
function rowPlugin<K extends Row['kind']>(Content: (props: RowOf<K>) => ReactNode) {
  function PluginRow() {
    const { value } = useInputContext<LevaInputProps<RowOf<K>>>();
    return Content(value);
  }
  return createPlugin<{ row: RowOf<K> }, RowOf<K>, object>({
    component: PluginRow,
    normalize: ({ row }) => ({ value: row }),
  });
}

/** A fold: its state, open or not, is the one value that leva owns, and leva's `render` shows its rows by it. */
const section = createPlugin<{ section: RowOf<'section'>['section'] }, boolean, RowOf<'section'>>({
  component: function Section() {
    const { value: open, onUpdate, settings } = useInputContext<LevaInputProps<boolean, RowOf<'section'>>>();
    const t = useText();
    // A fold that is closed still says that something in it is at work.
    const disturbed = useLabState(({ disturbance }) => disturbance.inject ?? disturbance.lrChange) !== undefined;
    const selected = useLabState((state) => state.runs.find(({ id }) => id === state.selected)?.name ?? '');
    return (
      <button type="button" className="section" aria-expanded={open} onClick={() => onUpdate(!open)}>
        <Icon name="chevron" />
        {settings.section === 'selected'
          ? t('panel.section.optimizer', { optimizer: selected })
          : t(
              settings.section === 'disturbance' && disturbed
                ? 'panel.section.disturbance.on'
                : `panel.section.${settings.section}`,
            )}
      </button>
    );
  },
  normalize: (input) => ({ value: false, settings: { kind: 'section', section: input.section } }),
});

const plugins = {
  optimizers: rowPlugin<'optimizers'>(Optimizers),
  surface: rowPlugin<'surface'>(SurfaceRow),
  start: rowPlugin<'start'>(StartRow),
  semantics: rowPlugin<'semantics'>(SemanticsRow),
  height: rowPlugin<'height'>(HeightRow),
  range: rowPlugin<'range'>(RangeRow),
  flag: rowPlugin<'flag'>(FlagRow),
  disturbance: rowPlugin<'disturbance'>(DisturbanceRow),
  heading: rowPlugin<'heading'>(HeadingRow),
  reset: rowPlugin<'reset'>(ResetRow),
};

interface Placement {
  readonly order: number;
  readonly render?: (get: (path: string) => unknown) => boolean;
}

/** The leva input of a row. */
export function inputOf(row: Row, placement: Placement) {
  if (row.kind === 'section') return section({ section: row.section, ...placement });
  const plugin = plugins[row.kind] as (input: { row: Row } & Placement) => ReturnType<typeof plugins.range>;
  return plugin({ row, ...placement });
}
