import { Suspense, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { FileNews } from '../../../src/ui/files/FileNews.tsx';
import { useFileDrops } from '../../../src/ui/useFileDrops.ts';
import { useText } from '../../../src/ui/useText.ts';
import { refusalInWords } from './words.ts';
import { model, useOwn } from '../model.ts';
import { bringPicture } from './bring.ts';
import { leaveEditor } from './editing.ts';
import { later } from '../../../src/ui/later.tsx';

const Editor = later(() => import('./Editor.tsx'), { Frame: Empty });

function Empty({ children }: { readonly children: ReactNode }) {
  const session = model.useSession();
  return (
    <Dialog title={useText()('rec.input.title')} onClose={() => leaveEditor(session)}>
      {children}
    </Dialog>
  );
}

/** Takes pictures that are dropped on the page or pasted into it, whatever it shows; says what became of them; holds the editor. */
export const DropAnywhere = ({ embed }: { readonly embed: boolean }) => !embed && <Taking />;

function Taking() {
  const t = useText();
  const session = model.useSession();
  const dragging = useFileDrops({
    onFiles: ([file]) => {
      if (file) void bringPicture(session, file, file.name);
    },
    onPaste: ({ files }) => {
      const file = [...files].find(({ type }) => type.startsWith('image/'));
      if (file) void bringPicture(session, file, t('rec.input.pasted'));
      return file !== undefined;
    },
  });
  const open = useOwn((editing) => editing.open);
  const reading = useOwn((editing) => editing.reading);
  const refused = useOwn((editing) => editing.refused);
  const dismiss = () => session.own.setState({ refused: null });
  // Over the panels, too: the stage lies under them.
  return createPortal(
    <>
      <FileNews
        drop={dragging ? t('rec.input.drop') : null}
        reading={reading === null ? null : t('rec.input.reading', { name: reading })}
        refused={
          refused && !open
            ? `${t('rec.input.refused', { name: refused.name })} ${refusalInWords(t, refused.why)}`
            : null
        }
        onDismiss={dismiss}
      />
      {open && (
        <Suspense>
          <Editor />
        </Suspense>
      )}
    </>,
    document.body,
  );
}
