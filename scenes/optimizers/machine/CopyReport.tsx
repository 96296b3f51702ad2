import { useCopy } from '../../../src/ui/controls/useCopy.ts';
import { useText } from '../../../src/ui/useText.ts';

/** The report as text, to copy by button or by hand. */
export function CopyReport({ json }: { readonly json: string }) {
  const t = useText();
  const { copied, copy } = useCopy();
  return (
    <>
      <p className="actions">
        <button type="button" className="button" onClick={() => void copy(json)}>
          {t('machine.copy')}
        </button>
        <span role="status">
          {copied.kind === 'yes' && t('machine.copied')}
          {copied.kind === 'refused' && t('machine.refused')}
          {copied.kind === 'refused' && !window.isSecureContext && ` ${t('copy.insecure')}`}
        </span>
      </p>
      <details open={copied.kind === 'refused'}>
        <summary>{t('machine.json')}</summary>
        <pre lang="en" tabIndex={0} aria-label={t('machine.json')}>
          {json}
        </pre>
      </details>
    </>
  );
}
