import { useState } from 'react';
import type { TextKey } from '../../../src/i18n/index.ts';
import { lab } from '../model.ts';
import { setFormula } from '../state/actions.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { useText } from '../../../src/ui/useText.ts';
import { DomainFields } from './DomainFields.tsx';
import { formulaErrorOf } from '../../../src/formula/index.ts';
import { draftOf, readDomain, undrawable, type Draft } from './draft.ts';
import { examples } from './examples.ts';
import { FormulaInput } from '../../../src/ui/formulaField/FormulaInput.tsx';
import '../../../src/ui/formulaField/formula.css';

/**
 * The visitor's own surface. While they type, the surface on screen stays; only what can be read and drawn takes its place, on Enter
 * or by the button, as one entry of the history.
 */
export function FormulaEditor() {
  const t = useText();
  const { store } = lab.useSession();
  const surface = lab.useState((state) => state.surface);
  const [draft, setDraft] = useState<Draft>(() => draftOf(surface.formula, surface.params, surface.domain));
  const [refused, setRefused] = useState<TextKey | null>(null);
  const [shown, setShown] = useState(surface);
  if (shown !== surface) {
    // Another link, browser back, an example: the field follows the surface.
    setShown(surface);
    if (surface.formula !== shown.formula || String(surface.domain) !== String(shown.domain)) {
      setDraft(draftOf(surface.formula, surface.params, surface.domain));
      setRefused(null);
    }
  }
  const error = formulaErrorOf(draft.formula);
  const domain = readDomain(draft.domain);
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setRefused(null);
  };
  const draw = (formula: string, rectangle: Domain) => {
    const why = undrawable(formula, rectangle);
    setRefused(why);
    if (why === null) setFormula(store, formula, rectangle);
  };
  return (
    <form
      className="formula-editor"
      aria-label={t('formula.own')}
      onSubmit={(event) => {
        event.preventDefault();
        if (error === null && domain.ok) draw(draft.formula.trim(), domain.domain);
      }}
    >
      <FormulaInput value={draft.formula} error={error} onChange={(formula) => change({ formula })} />
      <DomainFields value={draft.domain} read={domain} onChange={(typed) => change({ domain: typed })} />
      {refused !== null && (
        <p className="field-error" role="alert">
          {t(refused)}
        </p>
      )}
      <div className="formula-actions">
        <button type="submit" className="button" disabled={error !== null || !domain.ok}>
          {t('formula.draw')}
        </button>
        <select
          className="add"
          aria-label={t('formula.examples')}
          value=""
          onChange={(event) => {
            const example = examples[event.currentTarget.selectedIndex - 1];
            if (example) draw(example.formula, example.domain);
          }}
        >
          <option value="" disabled>
            {t('formula.examples')}
          </option>
          {examples.map(({ formula }) => (
            <option key={formula} value={formula}>
              {formula}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}
