import { useState, type KeyboardEvent } from 'react';
import { isOpen } from '../../../src/reconstruction/cutout/fillWithin.ts';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { AnswerPreview } from './AnswerPreview.tsx';
import { EditCanvas } from './EditCanvas.tsx';
import { EditTools, breadthSpec, type Tool } from './EditTools.tsx';
import { Thumb } from './Thumb.tsx';
import { noticeInWords, refusalInWords } from './words.ts';
import { model, useOwn } from '../model.ts';
import { addEdit, closeEditor, leaveEditor, redoEdit, undoEdit } from './editing.ts';
import type { Work } from './work.ts';
import './editor.css';

/** Corrects how a picture is cut out, or draws a silhouette; the network answers after every stroke. */
export default function Editor() {
  const session = model.useSession();
  const work = useOwn((editing) => editing.work);
  if (!work) return null;
  return <Opened work={work} leave={() => leaveEditor(session)} />;
}

function Opened({ work, leave }: { readonly work: Work; readonly leave: () => void }) {
  const t = useText();
  const session = model.useSession();
  const [tool, setTool] = useState<Tool>('paint');
  const [breadth, setBreadth] = useState(breadthSpec.default);
  // Where a fill found no closed outline.
  const [leak, setLeak] = useState(false);
  const { kind, image, shown, notices } = work;
  const widen = (factor: number) =>
    setBreadth(Number(Math.min(breadthSpec.max, Math.max(breadthSpec.min, breadth * factor)).toPrecision(3)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
    const key = event.key.toLowerCase();
    const undo = (event.ctrlKey || event.metaKey) && key === 'z' && !event.shiftKey;
    const redo = (event.ctrlKey || event.metaKey) && (key === 'y' || (key === 'z' && event.shiftKey));
    if (undo) undoEdit(session);
    else if (redo) redoEdit(session);
    else if (key === '[') widen(1 / 1.25);
    else if (key === ']') widen(1.25);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t(`rec.edit.title.${kind}`)} className="rec-editor" onClose={leave}>
      <div className="rec-edit" onKeyDown={onKeyDown}>
        <EditTools work={work} tool={tool} breadth={breadth} onTool={setTool} onBreadth={setBreadth} />
        <EditCanvas
          work={work}
          tool={tool}
          radius={(breadth / 200) * Math.max(image.width, image.height)}
          onEdit={(edit) => {
            setLeak(edit.mode === 'fill' && isOpen(work.mask, edit.x, edit.y));
            addEdit(session, edit);
          }}
        />
        <div className="rec-edit-seen">
          <figure>
            <Thumb picture={shown?.picture ?? null} className="rec-seen" />
            <figcaption>{t('rec.edit.seen')}</figcaption>
          </figure>
          <AnswerPreview shown={shown !== null} />
        </div>
        <footer>
          <Said work={work} leak={leak} />
          {notices.map((notice) => (
            <p key={notice.id} className="note">
              {noticeInWords(t, notice)}
            </p>
          ))}
          <p className="rec-edit-end">
            <button type="button" className="button" onClick={leave}>
              {t('rec.edit.leave')}
            </button>
            <button
              type="button"
              className="button rec-use"
              disabled={!shown}
              onClick={() => {
                session.own.setState({ refused: null });
                closeEditor(session);
              }}
            >
              {t('rec.edit.use')}
            </button>
          </p>
        </footer>
      </div>
    </Dialog>
  );
}

/** What stands in the way, else what to do. */
function Said({ work, leak }: { readonly work: Work; readonly leak: boolean }) {
  const t = useText();
  const refused = useOwn((editing) => editing.refused);
  const { kind, name, history, refusal } = work;
  if (leak) return <Trouble>{t('rec.edit.open-outline')}</Trouble>;
  if (refused) {
    const whose = refused.name === name ? '' : `${t('rec.input.refused', { name: refused.name })} `;
    return <Trouble>{whose + refusalInWords(t, refused.why)}</Trouble>;
  }
  // An empty canvas is no trouble.
  if (refusal && (kind === 'file' || history.done.length > 0)) return <Trouble>{refusalInWords(t, refusal)}</Trouble>;
  return (
    <p className="note" role="status">
      {t(`rec.edit.how.${kind}`)} <span className="rec-edit-keys">{t('rec.edit.keys')}</span>
    </p>
  );
}

function Trouble({ children }: { readonly children: string }) {
  return (
    <p className="field-error" role="alert">
      {children}
    </p>
  );
}
