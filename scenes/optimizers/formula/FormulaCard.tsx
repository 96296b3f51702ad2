import { Suspense, useId, useState } from 'react';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { Icon } from '../../../src/ui/controls/Icon.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { later } from '../../../src/ui/later.tsx';
import './ruleCard.css';

const RuleBody = later(() => import('./RuleBody.tsx'));

/** The selected optimizer's rule and the numbers in it now. Folded until the visitor asks for it. */
export function FormulaCard() {
  const t = useText();
  const bodyId = useId();
  const [open, setOpen] = useState(false);
  const selected = lab.useState((state) => state.selected);
  const run = useRuns().find(({ id }) => id === selected);
  if (!run) return null;
  return (
    <section className="card rule-card" data-panel="formula" aria-label={t('rule.label')}>
      <h2>
        <button type="button" aria-expanded={open} aria-controls={bodyId} onClick={() => setOpen(!open)}>
          <span>{t('rule.title', { optimizer: run.name, semantics: t(`semantics.${run.spec.semantics}`) })}</span>
          <Icon name="chevron" />
        </button>
      </h2>
      <div id={bodyId} className="rule-body" hidden={!open}>
        {open && (
          <Suspense>
            <RuleBody run={run} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
