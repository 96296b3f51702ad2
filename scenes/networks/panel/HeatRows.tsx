import { useMemo } from 'react';
import { SelectRow } from '../../../src/scene/panel/SelectRow.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { dataNow } from '../heat/compute.ts';
import { heatPlanOf } from '../heat/plan.ts';
import { optionIn } from '../heat/say.ts';
import { model } from '../model.ts';

/** What the map of trainings varies along its axes. */
export function HeatRows() {
  const t = useText();
  const state = model.useState((whole) => whole);
  const { store } = model.useSession();
  const { value: run } = model.useResult('run');
  const data = dataNow(state, run);
  const plan = useMemo(() => data && heatPlanOf(state, data), [state, data]);
  if (!plan) return null;
  const { x, y } = plan.spec;
  const options = plan.names.map((value) => ({ value, label: optionIn(t, plan.now, value) }));
  // Choosing what the other axis has swaps the two.
  const choose = (heatX: string, heatY: string) => store.update({ heatX, heatY });
  return (
    <>
      <SelectRow
        label={t('net.heatX')}
        options={options}
        value={x.name}
        onChange={(name) => choose(name, name === y.name ? x.name : y.name)}
      />
      <SelectRow
        label={t('net.heatY')}
        options={options}
        value={y.name}
        onChange={(name) => choose(name === x.name ? y.name : x.name, name)}
      />
    </>
  );
}
