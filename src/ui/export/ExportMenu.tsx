import { Suspense, useRef, useState, type ComponentType } from 'react';
import { linkOf } from '../../runs/history.ts';
import { useSession } from '../../runs/session.tsx';
import { ManualCopy } from '../controls/ManualCopy.tsx';
import { useCopy } from '../controls/useCopy.ts';
import { useDismiss } from '../controls/useFoldAway.ts';
import { later } from '../later.tsx';
import { useText } from '../useText.ts';
import { embedCode } from './names.ts';
import type { ExportsOf, Outcome } from './types.ts';
import './export.css';

const ExportList = later(() => import('./ExportList.tsx'));

/** What can be taken away: picture, clip, figure, numbers, embed code. A native disclosure that closes as the others do. */
export function ExportMenu(props: ExportsOf & { readonly Told: ComponentType }) {
  const t = useText();
  const session = useSession();
  const menu = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  const [told, setTold] = useState<Outcome | null>(null);
  const { copied, copy, forget } = useCopy();
  useDismiss(menu);

  const close = () => {
    if (!menu.current) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  const copyCode = async () => {
    setTold(null);
    await copy(embedCode(linkOf(session), props.title()));
    close();
  };
  return (
    <>
      <details ref={menu} className="export">
        {/* Not on `toggle`: that event may come after an answer to the first press inside. */}
        <summary
          className="text-button"
          onClick={() => {
            setTold(null);
            setOpened(true);
          }}
        >
          {t('export.title')}
        </summary>
        <div className="card export-list">
          {opened && (
            <Suspense>
              <ExportList {...props} onClose={close} onOutcome={setTold} onCopyCode={() => void copyCode()} />
            </Suspense>
          )}
          {told?.wrong && (
            <p className="field-error" role="alert">
              {told.text}
            </p>
          )}
        </div>
      </details>
      <span className="visually-hidden" role="status" data-told="">
        {copied.kind === 'yes' ? t('export.embed.copied') : told && !told.wrong && told.text}
      </span>
      {copied.kind === 'refused' && (
        <ManualCopy title={t('export.embed')} label={t('copy.manual')} text={copied.text} onClose={forget} />
      )}
    </>
  );
}
