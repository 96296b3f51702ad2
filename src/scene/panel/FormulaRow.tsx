import { useState } from 'react';
import { formulaErrorOf } from '../../formula/index.ts';
import { FormulaInput } from '../../ui/formulaField/FormulaInput.tsx';
import { useText } from '../../ui/useText.ts';
import '../../ui/formulaField/formula.css';

interface Props {
  /** Before the field: `h(x) =`. */
  readonly label: string;
  readonly variables: readonly string[];
  readonly value: string;
  readonly onChange: (formula: string) => void;
}

/** A formula of the reader's own: taken over on Enter or by the button; until then, and while it cannot be read, the picture stays. */
export function FormulaRow({ label, variables, value, onChange }: Props) {
  const t = useText();
  const [draft, setDraft] = useState(value);
  const error = formulaErrorOf(draft, variables);
  return (
    <form
      className="formula-editor"
      aria-label={t('formula.own')}
      onSubmit={(event) => {
        event.preventDefault();
        if (error === null) onChange(draft.trim());
      }}
    >
      <FormulaInput label={label} value={draft} error={error} onChange={setDraft} />
      <button type="submit" className="button" disabled={error !== null}>
        {t('formula.draw')}
      </button>
    </form>
  );
}
