import { useStore } from 'zustand';
import type { WorkerFate } from '../jobs/client.ts';
import { SILENCE_SECONDS, silences } from '../jobs/silence.ts';
import { IconButton } from './controls/IconButton.tsx';
import { useText } from './useText.ts';
import { MissingParts } from './missing.tsx';
import './interruptions.css';

export interface InterruptionsProps {
  /** False while the drawing context is away. */
  readonly drawing: boolean;
  /** What became of the worker that died last; null: nothing to tell. */
  readonly worker: WorkerFate | null;
  readonly onDismiss: () => void;
}

/** What broke and goes on. The region is always there, so that a screen reader hears what enters it. */
export function Interruptions({ drawing, worker, onDismiss }: InterruptionsProps) {
  const t = useText();
  const silent = useStore(silences);
  return (
    <div className="interruptions" role="status">
      <MissingParts />
      {!drawing && <p className="interruption">{t('endure.context.lost')}</p>}
      {worker && (
        <p className="interruption">
          {t(`endure.worker.${worker}`)}
          <IconButton icon="close" name={t('endure.dismiss')} onClick={onDismiss} />
        </p>
      )}
      {silent.map((silence, i) => (
        <p key={i} className="interruption">
          {t('endure.silent', { seconds: SILENCE_SECONDS })}
          <button type="button" className="button" onClick={() => silence.startAnew()}>
            {t('endure.silent.anew')}
          </button>
        </p>
      ))}
    </div>
  );
}
