import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FormulaError } from '../../formula/index.ts';
import { useText } from '../useText.ts';
import { complete, completionsAt } from './completion.ts';
import { Wrong } from './Wrong.tsx';

interface Props {
  /** Before the field; absent: that of a surface. */
  readonly label?: string;
  readonly value: string;
  readonly error: FormulaError | null;
  readonly onChange: (formula: string) => void;
}

/**
 * The formula as plain text, what is wrong with it at its place, and the names that the word before the caret may become. Up and Down
 * choose one, Enter or Tab takes it, Escape folds the list; without a choice Enter is the form's.
 */
export function FormulaInput({ label = 'f(x, y) =', value, error, onChange }: Props) {
  const t = useText();
  const ids = useId();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  const names = caret === null ? [] : completionsAt(value, caret);
  // Where the caret goes once React has put a completed text into the field: before the next key is read.
  const landing = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (landing.current !== null) input.current?.setSelectionRange(landing.current, landing.current);
    landing.current = null;
  }, [value]);
  const active = Math.min(chosen, names.length - 1);

  const moveTo = (next: number | null) => {
    setCaret(next);
    setChosen(-1);
  };
  const take = (name: string) => {
    const done = complete(value, caret ?? value.length, name);
    landing.current = done.caret;
    onChange(done.text);
    moveTo(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (names.length === 0 || event.nativeEvent.isComposing) return;
    const { key } = event;
    const name = names[Math.max(active, 0)] as string;
    if (key === 'ArrowDown') setChosen((active + 1) % names.length);
    else if (key === 'ArrowUp') setChosen((Math.max(active, 0) - 1 + names.length) % names.length);
    else if ((key === 'Tab' && !event.shiftKey) || (key === 'Enter' && active >= 0)) take(name);
    else if (key === 'Escape') moveTo(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="formula-input">
      <label htmlFor={`${ids}-input`}>{label}</label>
      <input
        ref={input}
        id={`${ids}-input`}
        type="text"
        lang="en"
        inputMode="text"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={2000}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={names.length > 0}
        aria-controls={`${ids}-names`}
        aria-activedescendant={active >= 0 ? `${ids}-name-${active}` : undefined}
        aria-invalid={error !== null}
        aria-describedby={error ? `${ids}-error` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          moveTo(event.currentTarget.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => moveTo(null)}
      />
      <ul
        id={`${ids}-names`}
        className="formula-names"
        hidden={names.length === 0}
        role="listbox"
        aria-label={t('formula.names')}
      >
        {names.map((name, i) => (
          <li
            key={name}
            id={`${ids}-name-${i}`}
            role="option"
            aria-selected={i === active}
            // Not click: the field would lose its focus, and the list with it.
            onPointerDown={(event) => {
              event.preventDefault();
              take(name);
            }}
          >
            {name}
          </li>
        ))}
      </ul>
      <Wrong id={`${ids}-error`} value={value} error={error} />
    </div>
  );
}
