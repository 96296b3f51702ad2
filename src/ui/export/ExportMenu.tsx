import { Suspense, useRef, useState, type ComponentType } from 'react';
import type { TextKey } from '../../i18n/index.ts';
import { linkOf } from '../../runs/history.ts';
import { useSession } from '../../runs/session.tsx';
import { ManualCopy } from '../controls/ManualCopy.tsx';
import { useCopy } from '../controls/useCopy.ts';
import { useDismiss } from '../controls/useFoldAway.ts';
import type { ClipOf } from '../clip/types.ts';
import { later } from '../later.tsx';
import { useText } from '../useText.ts';
import { download } from './download.ts';
import { embedCode } from './names.ts';
import { ExportFailure } from './png.ts';
import './export.css';

const ClipRow = later(() => import('../clip/ClipRow.tsx'));

/** One thing to take away: a file. */
export interface ExportItem {
  readonly label: TextKey;
  /** The file's name at this moment. */
  readonly fileName: () => string;
  /** Throws ExportFailure where there is a word for what went wrong. */
  readonly make: () => Promise<Blob>;
}

/** Something else that may be done with what is on view. */
export interface ExportAction {
  readonly label: TextKey;
  readonly run: () => void;
}

interface Props {
  readonly items: readonly ExportItem[];
  readonly actions?: readonly ExportAction[];
  /** What an embedding page calls the scene as it is now. */
  readonly title: () => string;
  /** Absent: a clip is called as the first item is, and as the scene. */
  readonly clip?: (() => Promise<ClipOf>) | undefined;
  /** Question and sentence as they are now. */
  readonly Told: ComponentType;
}

/** What can be taken away: picture, figure, numbers, embed code. A native disclosure that closes as the others do. */
export function ExportMenu({ items, actions = [], title, clip = usualClip(items, title), Told }: Props) {
  const t = useText();
  const session = useSession();
  const menu = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  const [told, setTold] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null);
  const { copied, copy, forget } = useCopy();
  useDismiss(menu);

  const close = () => {
    if (!menu.current) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  const hand = (name: string, blob: Blob) => {
    download(name, blob);
    setTold({ text: t('export.saved', { file: name }), wrong: false });
    close();
  };
  const fail = (error: unknown) => {
    const text =
      error instanceof ExportFailure
        ? t(`export.failed.${error.kind}`)
        : t('export.failed.other', { reason: error instanceof Error ? error.message : String(error) });
    setTold({ text, wrong: true });
  };
  const save = async ({ fileName, make }: ExportItem) => {
    const name = fileName();
    try {
      hand(name, await make());
    } catch (error) {
      fail(error);
    }
  };
  const copyCode = async () => {
    setTold(null);
    await copy(embedCode(linkOf(session), title()));
    close();
  };
  return (
    <>
      <details ref={menu} className="export" onToggle={() => setOpened(true)}>
        {/* Not on `toggle`: that event may come after an answer to the first press inside. */}
        <summary
          className="text-button"
          onClick={() => {
            setTold(null);
          }}
        >
          {t('export.title')}
        </summary>
        <div className="card export-list">
          <ul>
            {items.map((item) => (
              <li key={item.label}>
                <button type="button" className="text-button" onClick={() => void save(item)}>
                  {t(item.label)}
                </button>
              </li>
            ))}
            {clip && opened && (
              <li>
                <Suspense>
                  <ClipRow load={clip} Told={Told} onClip={hand} onFailure={fail} />
                </Suspense>
              </li>
            )}
            {actions.map(({ label, run }) => (
              <li key={label}>
                <button
                  type="button"
                  className="text-button"
                  onClick={() => {
                    close();
                    run();
                  }}
                >
                  {t(label)}
                </button>
              </li>
            ))}
            <li>
              <button type="button" className="text-button" onClick={() => void copyCode()}>
                {t('export.embed')}
              </button>
            </li>
          </ul>
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

/** Undefined where there is nothing to take away. */
function usualClip([picture]: readonly ExportItem[], title: () => string): (() => Promise<ClipOf>) | undefined {
  const name = () => picture!.fileName().replace(/(-step\d+)?\.\w+$/, '');
  return picture && (async () => ({ name, heading: title, lines: () => [] }));
}
