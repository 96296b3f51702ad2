import { paramLabel } from '../../../src/i18n/index.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { changed, tunedOf, valuesOf } from '../trainers.ts';

/** What the rule of the selected optimizer has besides its learning rate. */
export function RuleRows() {
  const t = useText();
  const { store } = model.useSession();
  const id = model.useState((state) => state.selected);
  const state = model.useState((all) => all);
  const values = valuesOf(state, id);
  return tunedOf(id, state.rule).map(([key, name, spec]) => (
    <RangeControl
      key={key}
      label={paramLabel(t.language, name)}
      symbol={spec.symbol}
      spec={spec}
      value={values[name]!}
      onChange={(value) => store.update(changed(store.get().overrides, id, { [name]: value }), 'replace')}
    />
  ));
}
