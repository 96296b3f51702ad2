import { tracesAsCsv } from '../../../src/io/traces.ts';
import type { RunView } from '../runs/runViews.ts';
import { useCopy } from '../../../src/ui/controls/useCopy.ts';
import { useText } from '../../../src/ui/useText.ts';

/** Puts the table on the clipboard, and says whether that worked. */
export function CopyCsv({ runs }: { readonly runs: readonly RunView[] }) {
  const t = useText();
  const { copied, copy } = useCopy();
  return (
    <div className="table-copy">
      <button type="button" className="button" onClick={() => void copy(tracesAsCsv(runs))}>
        {t('table.copy')}
      </button>
      <span role="status">
        {copied.kind === 'yes' && t('table.copied')}
        {copied.kind === 'refused' && t('table.refused')}
        {copied.kind === 'refused' && !window.isSecureContext && ` ${t('copy.insecure')}`}
      </span>
    </div>
  );
}
