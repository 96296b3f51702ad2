import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { IconButton } from '../../../src/ui/controls/IconButton.tsx';
import { useFileDrops } from '../../../src/ui/useFileDrops.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { bringFile } from './bring.ts';
import { refusalInWords } from './words.ts';
import './taking.css';

/** Takes trainings and points that are dropped on the page or pasted into it, and says what became of them. */
export const Taking = ({ embed }: { readonly embed: boolean }) => !embed && <Anywhere />;

function Anywhere() {
  const t = useText();
  const session = model.useSession();
  const jobs = useJobsOf(model);
  const { files } = session.own;
  const reading = useStore(files, (state) => state.reading);
  const refused = useStore(files, (state) => state.refused);
  const bring = (file: Blob, name: string) => {
    if (jobs) void bringFile(session, jobs, file, name);
  };
  const dragging = useFileDrops({
    onFiles: ([file]) => {
      if (file) bring(file, file.name);
    },
    onPaste(pasted) {
      const text = pasted.getData('text/plain');
      const isTable = /\d[\s,;]+[-\d.]/.test(text);
      if (isTable) bring(new Blob([text]), t('net.own.pasted'));
      return isTable;
    },
  });
  return createPortal(
    <>
      {dragging && (
        <div className="net-over" aria-hidden="true">
          <span className="card">{t('net.own.drop')}</span>
        </div>
      )}
      <div className="net-news" role="status">
        {reading !== null && <p className="interruption">{t('net.own.reading', { name: reading })}</p>}
        {refused && (
          <p className="interruption net-refused">
            <span>
              {t('net.own.refused', { name: refused.name })} {refusalInWords(t, refused.why)}
            </span>
            <IconButton icon="close" name={t('close')} onClick={() => files.setState({ refused: null })} />
          </p>
        )}
      </div>
    </>,
    document.body,
  );
}
