import { useEffect, useState } from 'react';
import { tracesAsCsv } from '../../io/traces.ts';
import type { RunView } from '../../runs/runViews.ts';
import { useText } from '../useText.ts';

const NOTE_MILLISECONDS = 2500;

/** Puts the table on the clipboard, and says whether that worked. */
export function CopyCsv({ runs }: { readonly runs: readonly RunView[] }) {
  const t = useText();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome(null), NOTE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    // Missing where the page is not secure.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const written = clipboard ? clipboard.writeText(tracesAsCsv(runs)) : Promise.reject(new Error('no clipboard'));
    written.then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  return (
    <div className="table-copy">
      <button type="button" className="button" onClick={copy}>
        {t('table.copy')}
      </button>
      <span role="status">{outcome && t(`table.${outcome}`)}</span>
    </div>
  );
}
