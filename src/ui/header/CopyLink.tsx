import { useEffect, useState } from 'react';
import { linkOf } from '../../runs/history.ts';
import { useSession } from '../../runs/lab.tsx';
import { Dialog, firstFocus } from '../controls/Dialog.tsx';
import { useText } from '../useText.ts';

type Copied = { readonly kind: 'no' } | { readonly kind: 'yes' } | { readonly kind: 'refused'; readonly link: string };

/** Copies the link of this very picture; where the clipboard is refused, shows it selected in a field. */
export function CopyLink() {
  const t = useText();
  const session = useSession();
  const [copied, setCopied] = useState<Copied>({ kind: 'no' });

  useEffect(() => {
    if (copied.kind !== 'yes') return;
    const timer = setTimeout(() => setCopied({ kind: 'no' }), 3000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const link = linkOf(session);
    try {
      // Missing where the page is not secure, refused in some frames.
      await navigator.clipboard.writeText(link);
      setCopied({ kind: 'yes' });
    } catch {
      setCopied({ kind: 'refused', link });
    }
  };
  return (
    <>
      <button type="button" className="text-button copy-link" onClick={() => void copy()}>
        {/* Both in one place: the row keeps its width. */}
        <span className={copied.kind === 'yes' ? 'unseen' : ''}>{t('header.copy')}</span>
        <span className={copied.kind === 'yes' ? '' : 'unseen'}>{t('header.copied')}</span>
      </button>
      <span className="visually-hidden" role="status">
        {copied.kind === 'yes' && t('header.copied')}
      </span>
      {copied.kind === 'refused' && (
        <Dialog title={t('header.copy')} onClose={() => setCopied({ kind: 'no' })}>
          <label className="manual-copy">
            {t('header.copy.manual')}
            <input readOnly ref={firstFocus} value={copied.link} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </Dialog>
      )}
    </>
  );
}
