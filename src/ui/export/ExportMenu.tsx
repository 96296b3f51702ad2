import { useRef, useState } from 'react';
import { tracesAsCsv, tracesAsJson } from '../../io/traces.ts';
import { linkOf } from '../../runs/history.ts';
import { recordsOf, useLabState, useSession } from '../../runs/lab.tsx';
import { stepShown } from '../../trace/jump.ts';
import { ManualCopy } from '../controls/ManualCopy.tsx';
import { useCopy } from '../controls/useCopy.ts';
import { useDismiss } from '../controls/useFoldAway.ts';
import { useTheme } from '../preferences.ts';
import { useText } from '../useText.ts';
import { download } from './download.ts';
import { embedCode, fileName } from './names.ts';
import { figureAsSvg, pictureAsPng } from './pictures.ts';
import { ExportFailure } from './png.ts';
import './export.css';

type Ending = 'png' | 'svg' | 'csv' | 'json';

/** What can be taken away: picture, figure, numbers, embed code. A native disclosure that closes as the others do. */
export function ExportMenu() {
  const t = useText();
  const theme = useTheme();
  const session = useSession();
  const flat = useLabState((state) => state.view !== 'relief');
  const menu = useRef<HTMLDetailsElement>(null);
  const [told, setTold] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null);
  const { copied, copy, forget } = useCopy();
  useDismiss(menu);

  const close = () => {
    if (!menu.current) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  const make = async (ending: Ending): Promise<Blob> => {
    const runs = recordsOf(session.store.get().state);
    switch (ending) {
      case 'png':
        return pictureAsPng(session, t, theme);
      case 'svg':
        return figureAsSvg(session, t, theme);
      case 'csv':
        return new Blob([tracesAsCsv(runs)], { type: 'text/csv' });
      case 'json':
        return new Blob([tracesAsJson(runs)], { type: 'application/json' });
    }
  };
  const save = async (ending: Ending) => {
    const name = fileName(session.store.get().state, stepShown(session.clock.t), ending);
    try {
      download(name, await make(ending));
      setTold({ text: t('export.saved', { file: name }), wrong: false });
      close();
    } catch (error) {
      const text =
        error instanceof ExportFailure
          ? t(`export.failed.${error.kind}`)
          : t('export.failed.other', { reason: error instanceof Error ? error.message : String(error) });
      setTold({ text, wrong: true });
    }
  };
  const copyCode = async () => {
    setTold(null);
    await copy(embedCode(linkOf(session), `Koubai: ${session.store.get().state.surface.name}`));
    close();
  };
  const item = (ending: Ending) => (
    <li>
      <button type="button" className="text-button" onClick={() => void save(ending)}>
        {t(`export.${ending}`)}
      </button>
    </li>
  );
  return (
    <>
      <details ref={menu} className="export">
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
            {item('png')}
            {flat && item('svg')}
            {item('csv')}
            {item('json')}
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
