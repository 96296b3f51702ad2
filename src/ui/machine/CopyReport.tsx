import { useState } from 'react';
import { useText } from '../useText.ts';

/** The report as text, to copy by button or by hand. */
export function CopyReport({ json }: { readonly json: string }) {
  const t = useText();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = async () => {
    try {
      // Missing where the page is not secure, refused in some frames.
      await navigator.clipboard.writeText(json);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <>
      <p className="actions">
        <button type="button" className="button" onClick={() => void copy()}>
          {t('machine.copy')}
        </button>
        <span role="status">{outcome && t(`machine.${outcome}`)}</span>
      </p>
      <details open={outcome === 'refused'}>
        <summary>{t('machine.json')}</summary>
        <pre lang="en" tabIndex={0} aria-label={t('machine.json')}>
          {json}
        </pre>
      </details>
    </>
  );
}
