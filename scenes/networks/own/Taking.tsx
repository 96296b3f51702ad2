import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { FileNews } from '../../../src/ui/files/FileNews.tsx';
import { useFileDrops } from '../../../src/ui/useFileDrops.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { bringFile } from './bring.ts';
import { isForPoints } from './points.ts';
import { refusalInWords } from './words.ts';

/** Takes trainings and points that are dropped on the page or pasted into it, and says what became of them. */
export const Taking = ({ embed }: { readonly embed: boolean }) => !embed && <Anywhere />;

function Anywhere() {
  const t = useText();
  const session = model.useSession();
  const jobs = useJobsOf(model);
  const { store, own } = session;
  const { files } = own;
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
      const [file] = pasted.files;
      const text = pasted.getData('text/plain');
      const taken = file ?? (isForPoints(text, store.get().state.data === 'own') ? new Blob([text]) : null);
      if (taken) bring(taken, file?.name ?? t('net.own.pasted'));
      return taken !== null;
    },
  });
  return createPortal(
    <FileNews
      drop={dragging ? t('net.own.drop') : null}
      reading={reading === null ? null : t('net.own.reading', { name: reading })}
      refused={refused && `${t('net.own.refused', { name: refused.name })} ${refusalInWords(t, refused.why)}`}
      onDismiss={() => files.setState({ refused: null })}
    />,
    document.body,
  );
}
