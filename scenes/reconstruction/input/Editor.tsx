import { useState, type KeyboardEvent } from 'react';
import type { RgbaImage } from '../../../src/reconstruction/cutout/types.ts';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { AnswerPreview } from './AnswerPreview.tsx';
import { EditCanvas } from './EditCanvas.tsx';
import { EditTools, breadthSpec } from './EditTools.tsx';
import { EditorSays } from './EditorSays.tsx';
import { cutWithin, stopCutting } from './recut.ts';
import { missedBy, type Missed } from './missed.ts';
import type { Tool } from './tools.ts';
import { Thumb } from './Thumb.tsx';
import { model, useOwn } from '../model.ts';
import { addEdit, closeEditor, leaveEditor, redoEdit, undoEdit } from './editing.ts';
import { doubtsNow, type Work } from './work.ts';
import './editor.css';

const numbers = new WeakMap<RgbaImage, number>();
let count = 0;

/** Another picture is another room: tool, zoom and what was said begin anew. */
function numberOf(image: RgbaImage): number {
  const number = numbers.get(image) ?? ++count;
  numbers.set(image, number);
  return number;
}

/** Corrects how a picture is cut out; the network answers after every stroke. */
export default function Editor() {
  const t = useText();
  const session = model.useSession();
  const work = useOwn((editing) => editing.work);
  if (!work) return null;
  const leave = () => leaveEditor(session);
  return (
    <Dialog title={t('rec.input.correct')} className="rec-editor" onClose={leave}>
      <Opened key={numberOf(work.image)} work={work} leave={leave} />
    </Dialog>
  );
}

function Opened({ work, leave }: { readonly work: Work; readonly leave: () => void }) {
  const t = useText();
  const session = model.useSession();
  const { image, shown } = work;
  // An offer that is in doubt asks for a box first.
  const [tool, setTool] = useState<Tool>(doubtsNow(work).length > 0 ? 'box' : 'paint');
  const [breadth, setBreadth] = useState(breadthSpec.default);
  // Where a fill found no closed outline, or a click no part to keep.
  const [missed, setMissed] = useState<Missed | null>(null);
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
    <div className="rec-edit" onKeyDown={onKeyDown}>
      <EditTools work={work} tool={tool} breadth={breadth} onTool={setTool} onBreadth={setBreadth} />
      <EditCanvas
        work={work}
        tool={tool}
        radius={(breadth / 200) * Math.max(image.width, image.height)}
        onEdit={(edit) => {
          setMissed(missedBy(work, edit, session.own.getState()));
          addEdit(session, edit);
        }}
        onBox={(box) => {
          setMissed(null);
          void cutWithin(session, box);
        }}
      >
        <Cutting />
      </EditCanvas>
      <div className="rec-edit-seen">
        <figure>
          <Thumb picture={shown?.picture ?? null} className="rec-seen" />
          <figcaption>{t('rec.edit.seen')}</figcaption>
        </figure>
        <AnswerPreview shown={shown !== null} />
      </div>
      <footer>
        <EditorSays work={work} tool={tool} missed={missed} />
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
  );
}

/** How far a cut has come, and the way to end it. */
function Cutting() {
  const t = useText();
  const session = model.useSession();
  const part = useOwn((editing) => editing.cutting);
  if (part === null) return null;
  return (
    <div className="rec-edit-cutting card" role="status">
      <label>
        {t('rec.edit.cutting')}
        <progress max={1} value={part} />
      </label>
      <button type="button" className="button" onClick={() => stopCutting(session)}>
        {t('rec.edit.stop')}
      </button>
    </div>
  );
}
