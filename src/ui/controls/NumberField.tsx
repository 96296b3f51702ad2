import { useId, useState, type KeyboardEvent } from 'react';
import type { ParamSpec } from '../../params/spec.ts';
import { useLanguage } from '../useText.ts';
import { readTyped } from './typed.ts';

interface Props {
  readonly id?: string | undefined;
  readonly label: string;
  /** The id of what says whose number it is. */
  readonly of?: string | undefined;
  readonly spec: ParamSpec;
  /** null: there is none to show; one may be typed. */
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/** A number typed in: taken over on Enter or on leaving, Escape gives it up; what cannot be is said beside it. */
export function NumberField({ id, label, of, spec, value, onChange }: Props) {
  const language = useLanguage();
  const errorId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const read = draft === null ? null : readTyped(language, spec, draft);
  const refused = read !== null && !read.ok && draft !== '' ? read.message : null;

  const commit = (leaving: boolean) => {
    if (read?.ok) {
      if (read.value !== value) onChange(read.value);
      setDraft(null);
    } else if (leaving) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit(false);
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <span className="number-field">
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? of : errorId}
        value={draft ?? (value === null ? '' : String(value))}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => commit(true)}
      />
      {refused !== null && (
        <span id={errorId} className="field-error" role="alert">
          {refused}
        </span>
      )}
    </span>
  );
}
