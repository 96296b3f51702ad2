import { paramLabel } from '../../../src/i18n/index.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { tunedOf } from '../state.ts';

/** What the rule of the selected optimizer has besides its learning rate. */
export function RuleRows() {
  const t = useText();
  const { store } = model.useSession();
  const id = model.useState((state) => state.selected);
  const tuned = model.useState((state) => state.tuned);
  return tunedOf(id).map(([key, name, spec]) => (
    <RangeControl
      key={key}
      label={paramLabel(t.language, name)}
      symbol={spec.symbol}
      spec={spec}
      value={tuned[key]!}
      onChange={(value) => store.update({ tuned: { ...store.get().overrides.tuned, [key]: value } }, 'replace')}
    />
  ));
}
