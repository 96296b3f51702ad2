import { optimizerIds, optimizers } from '../../../src/optimizers/index.ts';
import { SelectRow } from '../../../src/scene/panel/SelectRow.tsx';
import { changePart } from '../../../src/scene/state/change.ts';
import { defaultRate } from '../../../src/toys/meanRates.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { params, table } from '../state.ts';

const rules = optimizerIds.map((id) => ({ value: id, label: optimizers[id].name }));

/** The rule that looks for the mean shapes. */
export function RuleRow() {
  const t = useText();
  const { store } = model.useSession();
  const optimizer = model.useState((state) => state.meanOptimizer);
  const change = (id: string) => changePart(store, table.entries.meanOptimizer, 'meanOptimizer', id);
  return <SelectRow label={t('rec.losses.rule')} options={rules} value={optimizer} onChange={change} />;
}

/** Its learning rate: what suits the rule until somebody says otherwise. */
export function RateRow() {
  const t = useText();
  const { store } = model.useSession();
  const suits = defaultRate(model.useState((state) => state.meanOptimizer));
  const lr = model.useState((state) => state.meanLr);
  return (
    <RangeControl
      label={t('param.lr')}
      symbol="η"
      spec={{ ...params.meanLr, default: suits, min: suits / 100, max: 100 * suits }}
      value={lr ?? suits}
      onChange={(value) => store.update({ meanLr: value === suits ? undefined : value }, 'replace')}
    />
  );
}
