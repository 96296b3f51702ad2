import { lazy, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { editingOf } from '../../../src/runs/reconstruction/editing.ts';
import { useReconstructionSession } from '../../../src/runs/reconstruction/session.tsx';
import { takePicture } from '../../../src/runs/reconstruction/takePicture.ts';
import { IconButton } from '../../../src/ui/controls/IconButton.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { TEXT_FIELDS } from './typing.ts';
import { useEditing } from './useEditing.ts';
import { refusalInWords } from './words.ts';
import '../input.css';

const Editor = lazy(() => import('./Editor.tsx'));

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes pictures that are dropped on the page or pasted into it, whatever it shows; says what became of them; holds the editor. */
export function DropAnywhere() {
  const t = useText();
  const session = useReconstructionSession();
  const dragging = useDrops();
  const open = useEditing((editing) => editing.open);
  const reading = useEditing((editing) => editing.reading);
  const refused = useEditing((editing) => editing.refused);
  const dismiss = () => editingOf(session).setState({ refused: null });
  // Over the panels, too: the stage lies under them.
  return createPortal(
    <>
      {dragging && (
        <div className="rec-over" aria-hidden="true">
          <span className="card">{t('rec.input.drop')}</span>
        </div>
      )}
      <div className="rec-news" role="status">
        {reading !== null && <p className="interruption">{t('rec.input.reading', { name: reading })}</p>}
        {refused && !open && (
          <p className="interruption rec-refused">
            <span>
              {t('rec.input.refused', { name: refused.name })} {refusalInWords(t, refused.why)}
            </span>
            <IconButton icon="close" name={t('close')} onClick={dismiss} />
          </p>
        )}
      </div>
      {open && (
        <Suspense>
          <Editor />
        </Suspense>
      )}
    </>,
    document.body,
  );
}

/** Listens on the window; true while a file is dragged over it. */
function useDrops(): boolean {
  const t = useText();
  const session = useReconstructionSession();
  const [dragging, setDragging] = useState(false);
  const pasted = t('rec.input.pasted');
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      // Out of the window; from one element of it to the next there is a related one.
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      const file = event.dataTransfer?.files[0];
      if (file) void takePicture(session, file, file.name);
    };
    const paste = (event: ClipboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest(TEXT_FIELDS) !== null;
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (typing || !file) return;
      event.preventDefault();
      void takePicture(session, file, pasted);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [session, pasted]);
  return dragging;
}
