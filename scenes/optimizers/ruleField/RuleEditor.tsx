import { useId, useState } from 'react';
import { ruleOf, ruleOrNull } from '../../../src/optimizers/index.ts';
import { isOwnId, ownTextOf, ruleErrorOf, ruleText, spreadText } from '../../../src/optimizers/own/index.ts';
import { Wrong } from '../../../src/ui/formulaField/Wrong.tsx';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { lab } from '../model.ts';
import { removeOwnRule, setOwnRule } from '../state/actions.ts';
import { OWN_RUN } from '../state/runs.ts';
import type { RunState } from '../state/types.ts';
import '../../../src/ui/formulaField/formula.css';
import './rule.css';

interface Props {
  /** It would be one path too many. */
  readonly onFull: () => void;
  readonly onClose: () => void;
}

/** A rule as the field shows it: the visitor's own, or a known one with the numbers that it has now, to be changed. */
function textOf({ optimizer, name, semantics, params }: RunState, t: Words): string {
  if (isOwnId(optimizer)) return spreadText(ownTextOf(optimizer));
  return ruleText(ruleOf(optimizer, semantics), params, t('ownRule.titled', { optimizer: name }));
}

/**
 * The visitor's own update rule. While they type, the paths on screen stay; only what can be read takes its place, by the button or
 * Ctrl + Enter, as one entry of the history.
 */
export function RuleEditor({ onFull, onClose }: Props) {
  const t = useText();
  const ids = useId();
  const { store } = lab.useSession();
  const runs = lab.useState((state) => state.runs);
  const selected = lab.useState((state) => state.selected);
  const own = runs.find(({ id }) => id === OWN_RUN);
  const known = runs.filter(
    ({ id, optimizer, semantics }) => id !== OWN_RUN && ruleOrNull(optimizer, semantics) !== null,
  );
  const [shown, setShown] = useState(own?.optimizer);
  const [draft, setDraft] = useState(() => {
    const from = own ?? known.find(({ id }) => id === selected) ?? known[0];
    return from ? textOf(from, t) : '';
  });
  if (own && shown !== own.optimizer) {
    // Another link, browser back: the field follows the rule.
    setShown(own.optimizer);
    setDraft(textOf(own, t));
  }
  const error = ruleErrorOf(draft);
  const run = () => {
    if (error === null && !setOwnRule(store, draft)) onFull();
  };
  return (
    <form
      className="rule-editor"
      aria-label={t('rule.label')}
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
      <p id={`${ids}-note`} className="note">
        {t('ownRule.note')}
      </p>
      <div className="formula-actions">
        <button type="submit" className="button" disabled={error !== null} title="Ctrl + Enter">
          {t('ownRule.run')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            if (own) removeOwnRule(store);
            onClose();
          }}
        >
          {t(own ? 'ownRule.remove' : 'ownRule.close')}
        </button>
        <select
          className="add"
          aria-label={t('ownRule.begin')}
          value=""
          onChange={(event) => {
            const from = known.find(({ id }) => id === event.currentTarget.value);
            if (from) setDraft(textOf(from, t));
          }}
        >
          <option value="" disabled>
            {t('ownRule.begin')}
          </option>
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}
