import '../../../src/ui/export/words.ts';
import { useState } from 'react';
import { useComputing } from '../../../src/scene/computing.tsx';
import type { PaneRun } from '../runs/paneRuns.ts';
import { useJobs, usePanes, useRegistrationState, useSubject } from '../model.ts';
import { download } from '../../../src/ui/export/download.ts';
import type { ExportItem } from '../../../src/ui/export/types.ts';
import { MatrixCard } from './MatrixCard.tsx';
import { ResultNumbers } from './ResultNumbers.tsx';
import { titleOf } from '../read/methods.ts';
import { VerdictLine } from '../read/VerdictLine.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { alignedItem, runItems } from './exports.ts';
import { messageOf } from '../../../src/scene/results/results.ts';
import './own.css';

/** What the selected pane's registration came to: the verdict first, then its numbers, its matrix, its files. Folded but for the visitor's own clouds. */
export function OwnResult() {
  const t = useText();
  const own = useRegistrationState((state) => state.data === 'own');
  const selected = useRegistrationState((state) => state.selected);
  const pair = useSubject((subject) => subject.pair);
  const pane = usePanes()[selected];
  const computing = useComputing();
  if (!pair || !pane) return null;
  const { run, waiting, problem } = pane;
  if (!own && !run) return null;
  return (
    <details key={String(own)} className="own-result" open={own}>
      <summary>
        <h2>{t('own.result.title')}</h2> <span>{titleOf(t, pane.settings, pair)}</span>
      </summary>
      {waiting && (
        <div className="own-running" role="status">
          <p>{t('own.result.running')}</p>
          <progress aria-label={t('own.result.running')} />
          <button type="button" className="button" onClick={() => computing?.stop(String(selected))}>
            {t('own.result.stop')}
          </button>
        </div>
      )}
      {problem?.kind === 'stopped' && (
        <p className="own-actions" role="status">
          {t('own.result.stopped')}{' '}
          <button type="button" className="button" onClick={() => computing?.retry()}>
            {t('own.result.again')}
          </button>
        </p>
      )}
      {run && !waiting && <Result run={run} />}
    </details>
  );
}

function Result({ run }: { readonly run: PaneRun }) {
  const jobs = useJobs();
  const aligned = run.pair.files && jobs ? [alignedItem(() => run, jobs.align)] : [];
  return (
    <div className="own-result-body" data-result-of={run.pair.id}>
      <VerdictLine run={run} />
      <ResultNumbers run={run} />
      <MatrixCard run={run} />
      <Take items={[...aligned, ...runItems(() => run)]} />
    </div>
  );
}

/** Files to take away. */
function Take({ items }: { readonly items: readonly ExportItem[] }) {
  const t = useText();
  const [failed, setFailed] = useState<string | null>(null);
  const save = async ({ fileName, make }: ExportItem) => {
    setFailed(null);
    try {
      download(fileName(), await make());
    } catch (error) {
      setFailed(messageOf(error));
    }
  };
  return (
    <>
      <p className="own-actions">
        {items.map((item) => (
          <button key={item.label} type="button" className="button" onClick={() => void save(item)}>
            {t(item.label)}
          </button>
        ))}
      </p>
      {failed !== null && (
        <p className="field-error" role="alert">
          {t('export.failed.other', { reason: failed })}
        </p>
      )}
    </>
  );
}
