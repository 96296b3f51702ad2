import { useId } from 'react';
import { useText } from '../../../src/ui/useText.ts';
import type { Draft, ReadDomain } from './draft.ts';

interface Props {
  readonly value: Draft['domain'];
  readonly read: ReadDomain;
  readonly onChange: (domain: Draft['domain']) => void;
}

const axes = ['x', 'y'] as const;

/** The rectangle of the plane that is drawn: four typed numbers. */
export function DomainFields({ value, read, onChange }: Props) {
  const t = useText();
  const errorId = useId();
  const field = (place: number, label: string) => {
    const wrong = !read.ok && read.wrong[place] === true;
    return (
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? errorId : undefined}
        value={value[place]}
        onChange={(event) => {
          const next = event.currentTarget.value;
          onChange(value.map((old, i) => (i === place ? next : old)) as unknown as Draft['domain']);
        }}
      />
    );
  };
  return (
    <fieldset className="formula-domain">
      <legend>{t('formula.domain')}</legend>
      {axes.map((axis, i) => (
        <div key={axis}>
          {field(2 * i, t('formula.domain.from', { axis }))}
          <span aria-hidden="true">≤ {axis} ≤</span>
          {field(2 * i + 1, t('formula.domain.to', { axis }))}
        </div>
      ))}
      {!read.ok && (
        <p id={errorId} className="field-error" role="alert">
          {t(read.why)}
        </p>
      )}
    </fieldset>
  );
}
