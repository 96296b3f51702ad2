import { useMemo } from 'react';
import { paramLabel } from '../../../src/i18n/index.ts';
import { SelectRow } from '../../../src/scene/panel/SelectRow.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { heatPlanOf } from '../heat/plan.ts';
import { lab } from '../model.ts';
import { useLab } from './useNumber.ts';

/** What the heat map varies along its axes, and what it shows. */
export function HeatRows() {
  const t = useText();
  const now = useLab();
  const { store } = lab.useSession();
  const plan = useMemo(() => heatPlanOf(now), [now]);
  if (!plan) return null;
  const { x, y, floor } = plan.spec;
  const options = plan.names.map((value) => ({ value, label: paramLabel(t.language, value) }));
  // Choosing what the other axis has swaps the two.
  const choose = (heatX: string, heatY: string) => store.update({ heatX, heatY });
  return (
    <>
      <SelectRow
        label={t('heat.axis.x')}
        options={options}
        value={x.name}
        onChange={(name) => choose(name, name === y.name ? x.name : y.name)}
      />
      <SelectRow
        label={t('heat.axis.y')}
        options={options}
        value={y.name}
        onChange={(name) => choose(name === x.name ? y.name : x.name, name)}
      />
      {floor !== null && (
        <div className="row">
          <span className="label">{t('heat.of')}</span>
          <Segmented
            label={t('heat.of')}
            options={(['loss', 'steps'] as const).map((value) => ({ value, label: t(`heat.of.${value}`) }))}
            value={now.state.heatOf}
            onChange={(heatOf) => store.update({ heatOf })}
          />
        </div>
      )}
    </>
  );
}
