import { useStore } from 'zustand';
import { useText } from '../../../src/ui/useText.ts';
import { useRegistrationSession } from '../model.ts';
import { alternativeInWords, shareInWords } from '../read/alternatives.ts';
import { alternativesOf, toggleBeside } from '../runs/beside.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import './alternatives.css';

/** Poses that fit nearly as well, as buttons: pressed, the pane shows the clouds as they would lie there; the first one shows what the method found. */
export function Alternatives({ run }: { readonly run: PaneRun }) {
  const t = useText();
  const { beside } = useRegistrationSession().own;
  const shown = useStore(beside, ({ shown: all }) => all[run.key]);
  const all = alternativesOf(run);
  if (all.length === 0) return null;
  const light = (index: number | null) => beside.setState({ lit: index === null ? null : { run: run.key, index } });
  return (
    <div className="pane-beside" role="group" aria-label={t('reg.beside.label')}>
      <span>{t('reg.beside.label')}</span>
      <button
        type="button"
        className="button"
        data-beside="found"
        aria-pressed={shown === undefined}
        onClick={() => toggleBeside(beside, run, null)}
      >
        {t('reg.beside.found')}
      </button>
      {all.map((alternative, index) => (
        <button
          key={index}
          type="button"
          className="button"
          data-beside={alternative.kind}
          aria-pressed={shown === index}
          title={shareInWords(t, alternative)}
          onClick={() => toggleBeside(beside, run, index)}
          onPointerEnter={() => light(index)}
          onPointerLeave={() => light(null)}
          onFocus={() => light(index)}
          onBlur={() => light(null)}
        >
          {alternativeInWords(t, run, alternative, index)}
        </button>
      ))}
    </div>
  );
}
