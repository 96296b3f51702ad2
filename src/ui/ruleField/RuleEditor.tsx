import { useId, useState } from 'react';
import { ruleErrorOf, spreadText } from '../../optimizers/own/index.ts';
import { Wrong } from '../formulaField/Wrong.tsx';
import { useText } from '../useText.ts';
import './words.ts';
import '../formulaField/formula.css';
import './rule.css';

/** A rule to begin with: a known one with the numbers that it has now. */
export interface Example {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

interface Props {
  /** The rule that runs, on one line; null: none yet. */
  readonly own: string | null;
  /** Of `examples`, what the field holds where no rule runs. */
  readonly first: string | null;
  readonly examples: readonly Example[];
  /** What its lines move. */
  readonly of: 'surface' | 'net';
  /** Gets what can be read alone. */
  readonly onRun: (text: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/**
 * The visitor's own update rule. While they type, what runs stays; only what can be read takes its place, by the button or
 * Ctrl + Enter, as one entry of the history.
 */
export function RuleEditor({ own, first, examples, of, onRun, onRemove, onClose }: Props) {
  const t = useText();
  const ids = useId();
  const [shown, setShown] = useState(own);
  const [draft, setDraft] = useState(() => {
    const from = examples.find(({ id }) => id === first) ?? examples[0];
    return own === null ? (from?.text ?? '') : spreadText(own);
  });
  if (own !== null && shown !== own) {
    // Another link, browser back: the field follows the rule.
    setShown(own);
    setDraft(spreadText(own));
  }
  const error = ruleErrorOf(draft, of === 'surface');
  const run = () => {
    if (error === null) onRun(draft);
  };
  return (
    <form
      className="rule-editor"
      aria-label={t('ownRule.label')}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <label htmlFor={`${ids}-lines`}>{t('ownRule.label')}</label>
      <textarea
        id={`${ids}-lines`}
        lang="en"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        wrap="off"
        rows={Math.min(Math.max(draft.split('\n').length, 4), 16)}
        aria-invalid={error !== null}
        aria-describedby={error ? `${ids}-error` : `${ids}-note`}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          run();
        }}
      />
      <Wrong id={`${ids}-error`} value={draft} error={error} />
      <div className="formula-actions">
        <button type="submit" className="button" disabled={error !== null} title="Ctrl + Enter">
          {t('ownRule.run')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            if (own !== null) onRemove();
            onClose();
          }}
        >
          {t(own === null ? 'ownRule.close' : 'ownRule.remove')}
        </button>
        <select
          className="add"
          aria-label={t('ownRule.begin')}
          value=""
          onChange={(event) => {
            const from = examples.find(({ id }) => id === event.currentTarget.value);
            if (from) setDraft(from.text);
          }}
        >
          <option value="" disabled>
            {t('ownRule.begin')}
          </option>
          {examples.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p id={`${ids}-note`} className="note">
        {[t(`ownRule.note.${of}`), t('ownRule.note')].join(t('sentence.gap'))}
      </p>
    </form>
  );
}
