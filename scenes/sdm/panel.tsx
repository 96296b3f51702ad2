import { useState } from 'react';
import { scalarFunctionOf } from '../../src/sdm/functions.ts';
import { sdmParamsOf } from '../../src/sdm/params.ts';
import type { PanelItem } from '../../src/scene/panel/items.ts';
import { changePart } from '../../src/scene/state/change.ts';
import { formulaErrorOf } from '../../src/ui/formulaField/draft.ts';
import { FormulaInput } from '../../src/ui/formulaField/FormulaInput.tsx';
import { useText } from '../../src/ui/useText.ts';
import { functionOf, model, table } from './model.ts';
import '../../src/ui/formulaField/formula.css';

/** The reader's own h: taken over on Enter or by the button, as one entry of the history; until then the picture stays. */
function FormulaRow({ formula }: { readonly formula: string }) {
  const t = useText();
  const { store } = model.useSession();
  const [draft, setDraft] = useState(formula);
  const error = formulaErrorOf(draft, ['x']);
  return (
    <form
      className="formula-editor"
      aria-label={t('sdm.h.own')}
      onSubmit={(event) => {
        event.preventDefault();
        if (error === null) changePart(store, table.entries.formula, 'formula', draft.trim());
      }}
    >
      <FormulaInput label="h(x) =" value={draft} error={error} onChange={setDraft} />
      <button type="submit" className="button" disabled={error !== null}>
        {t('sdm.formula.use')}
      </button>
    </form>
  );
}

/** Targets worth a slider: what h is on its usual range. */
function targetSpec(h: string) {
  const { target, low, high } = sdmParamsOf(h);
  const { value } = scalarFunctionOf(h);
  const values = Array.from({ length: 65 }, (_, i) => value(low.default + ((high.default - low.default) * i) / 64));
  const finite = values.filter((v) => Math.abs(v) <= 1000);
  const [min, max] = [Math.min(target.default, ...finite), Math.max(target.default, ...finite)];
  return { ...target, min: Number(min.toPrecision(2)), max: Number(max.toPrecision(2)) };
}

export function usePanel(): readonly PanelItem[] {
  const t = useText();
  const h = model.useState((state) => state.h);
  const formula = model.useState((state) => state.formula);
  const name = functionOf({ h, formula });
  const { low, high } = sdmParamsOf(name);
  return [
    'h',
    ...(h === 'own' ? [{ key: 'formula', row: <FormulaRow key={formula} formula={formula} /> }] : []),
    { part: 'target', spec: targetSpec(name) },
    ...['maps', 'samples', 'lambda', 'reach', 'seed'],
    {
      key: 'more',
      fold: t('sdm.more'),
      rows: [{ part: 'low', spec: low }, { part: 'high', spec: high }, 'training'],
    },
  ];
}
