import { useMemo, useState } from 'react';
import { families, familyOf, isAnyOptimizerId } from '../../../src/optimizers/index.ts';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { toggleRun } from '../state/actions.ts';
import { MAX_ENABLED, sceneDefaults } from '../state/defaults.ts';
import { OWN_RUN } from '../state/runs.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { RunState } from '../state/types.ts';
import { OptimizerRow } from './OptimizerRow.tsx';
import { OwnRule } from './OwnRule.tsx';

/** The entry of the list that opens the field for a rule. */
const WRITE = 'write a rule';

/** The optimizers in sight: those that run, those of the opening state, those added in this visit; the others wait in a list. */
export function Optimizers() {
  const t = useText();
  const { store } = lab.useSession();
  const runs = lab.useState((state) => state.runs);
  const selected = lab.useState((state) => state.selected);
  const views = useRuns();
  const inks = useMemo(() => new Map(views.map(({ id, ink }) => [id, ink])), [views]);
  const [full, setFull] = useState(false);
  const [writing, setWriting] = useState(false);
  // Once switched on, an optimizer keeps its row when it is switched off again; one's own has no other place.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set<string>([...sceneDefaults.enabled, OWN_RUN]));
  const newcomers = runs.filter(({ id, enabled }) => enabled && !kept.has(id));
  if (newcomers.length > 0) setKept(new Set([...kept, ...newcomers.map(({ id }) => id)]));

  const isFull = runs.filter(({ enabled }) => enabled).length >= MAX_ENABLED;
  const shown = runs.filter(({ id, enabled }) => enabled || kept.has(id));
  const others = runs.filter((run) => !shown.includes(run));
  const hasOwn = runs.some(({ id }) => id === OWN_RUN);
  const add = (id: string) => {
    setWriting(id === WRITE);
    if (id === WRITE) return;
    if (toggleRun(store, id, true)) store.update({ selected: id }, 'replace');
    else setFull(true);
  };
  return (
    <fieldset className="optimizers">
      <legend>{t('panel.optimizers')}</legend>
      <ul>
        {shown.map((run) => (
          <OptimizerRow
            key={run.id}
            run={run}
            ink={inks.get(run.id) ?? null}
            selected={run.id === selected}
            onFull={() => setFull(true)}
          />
        ))}
      </ul>
      {full && isFull && (
        <p className="field-error" role="alert">
          {t('panel.full', { count: MAX_ENABLED })}
        </p>
      )}
      {(writing || selected === OWN_RUN) && <OwnRule onFull={() => setFull(true)} onClose={() => setWriting(false)} />}
      {(others.length > 0 || !hasOwn) && (
        <select
          className="add"
          aria-label={t('panel.add')}
          value=""
          onChange={(event) => add(event.currentTarget.value)}
        >
          <option value="" disabled>
            {t('panel.add')}
          </option>
          {families.map((family) => (
            <Family key={family} family={family} runs={others} />
          ))}
          {!hasOwn && <option value={WRITE}>{t('ownRule.write')}</option>}
        </select>
      )}
    </fieldset>
  );
}

/** Those of `runs` that belong together, in the menu; nothing where none does. */
function Family({ family, runs }: { family: (typeof families)[number]; runs: readonly RunState[] }) {
  const t = useText();
  const own = runs.filter(({ id }) => isAnyOptimizerId(id) && familyOf(id) === family);
  if (own.length === 0) return null;
  return (
    <optgroup label={t(`panel.family.${family}`)}>
      {own.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
