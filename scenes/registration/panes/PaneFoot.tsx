import { useStore } from 'zustand';
import { hasText } from '../../../src/i18n/index.ts';
import { phaseAt } from '../../../src/registration/phase.ts';
import { useComputing } from '../../../src/scene/computing.tsx';
import { Alternatives } from './Alternatives.tsx';
import { useRegistrationSession } from '../model.ts';
import { shownBeside } from '../runs/beside.ts';
import type { PaneView } from '../runs/paneRuns.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { weighedSaid } from '../read/weighed.ts';
import { saidText } from '../../../src/ui/say/said.ts';
import { VerdictLine } from '../read/VerdictLine.tsx';
import { useText } from '../../../src/ui/useText.ts';

/** What came of a method: where it stands, its verdict once it has ended, or why there is nothing to show. */
export function PaneFoot({ pane }: { readonly pane: PaneView }) {
  const t = useText();
  const step = useStep();
  const computing = useComputing();
  const elsewhere = useStore(useRegistrationSession().own.beside, (all) =>
    pane.run ? shownBeside(pane.run, all, step) !== null : false,
  );
  const { run, waiting, problem } = pane;
  if (problem) {
    return (
      <div className="pane-problem" role="alert">
        <p>{t(`reg.problem.${problem.kind}`, { reason: problem.message })}</p>
        {problem.kind !== 'maps' && (
          <button type="button" className="button" onClick={() => computing?.retry()}>
            {t('error.retry')}
          </button>
        )}
      </div>
    );
  }
  if (!run) return <p className="pane-waiting">{waiting && t('reg.computing')}</p>;
  const { record, answer } = run;
  const row = Math.min(step, record.steps);
  const ended = step >= record.steps;
  // The part that a method of several parts is in.
  const phase = `reg.phase.${phaseAt(record, row)}`;
  const parts = record.phases.length;
  const weighed = weighedSaid(t, run);
  return (
    <footer className="pane-foot">
      {ended && (
        <div className={elsewhere ? 'pane-of-found' : undefined}>
          <VerdictLine run={run} />
        </div>
      )}
      {ended && <Alternatives run={run} />}
      {ended && weighed.length > 0 && (
        <p className="pane-progress" data-weighed="">
          {saidText(weighed)}
        </p>
      )}
      <p className="pane-progress">
        <span data-value="iteration" data-painted="">
          {t('reg.iteration', { step: row, steps: record.steps })}
        </span>
        {parts > 1 && hasText(phase) && <span>{t(phase)}</span>}
        {ended && <span data-value="time">{t('reg.time', { ms: t.number(answer.milliseconds, 2) })}</span>}
        {waiting && <span>{t('reg.computing')}</span>}
      </p>
    </footer>
  );
}
