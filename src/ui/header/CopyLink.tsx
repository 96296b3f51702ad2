import { linkOf } from '../../runs/history.ts';
import { useSession } from '../../runs/session.tsx';
import { ManualCopy } from '../controls/ManualCopy.tsx';
import { useCopy } from '../controls/useCopy.ts';
import { useText } from '../useText.ts';

/** Copies the link of this very picture; where the clipboard is refused, shows it selected in a field. */
export function CopyLink() {
  const t = useText();
  const session = useSession();
  const { copied, copy, forget } = useCopy();
  const isCopied = copied.kind === 'yes';
  return (
    <>
      <button type="button" className="text-button copy-link" onClick={() => void copy(linkOf(session))}>
        {/* Both in one place: the row keeps its width. */}
        <span className={isCopied ? 'unseen' : ''}>{t('header.copy')}</span>
        <span className={isCopied ? '' : 'unseen'}>{t('header.copied')}</span>
      </button>
      <span className={isCopied ? 'copied-toast' : 'visually-hidden'} role="status">
        {isCopied && t('header.copied')}
      </span>
      {copied.kind === 'refused' && (
        <ManualCopy title={t('header.copy')} label={t('copy.manual')} text={copied.text} onClose={forget} />
      )}
    </>
  );
}
