import type { FormulaError } from '../../formula/index.ts';
import { useText } from '../useText.ts';
import { marked, whereAndWhy } from './explain.ts';
import { lineAt } from './lineAt.ts';

interface Props {
  readonly id: string;
  /** As typed. */
  readonly value: string;
  readonly error: FormulaError | null;
}

/** What is wrong with a text: its line with the place marked, then where it is and what to do. */
export function Wrong({ id, value, error }: Props) {
  const t = useText();
  if (error === null) return <div className="formula-wrong" aria-live="polite" />;
  const { text, position } = lineAt(value, error.position);
  const [before, place, after] = marked(text, position);
  return (
    <div className="formula-wrong" aria-live="polite">
      {value !== '' && (
        <code aria-hidden="true">
          {before}
          <mark className={place === '' ? 'at-end' : undefined}>{place}</mark>
          {after}
        </code>
      )}
      <p id={id} className="field-error">
        {whereAndWhy(t, value, error)}
      </p>
    </div>
  );
}
