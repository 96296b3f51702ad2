import { FilePicker } from '../../../src/ui/controls/FilePicker.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { Gallery } from './Gallery.tsx';
import { aboutCut } from './words.ts';
import './choose.css';
import { model, useOwn } from '../model.ts';
import { enterRoom } from '../drawing/enter.ts';
import { DrawingNote } from '../drawing/DrawingNote.tsx';
import { openEditor } from './editing.ts';
import { bringPicture, pastePicture } from './bring.ts';

/** Endings of pictures that can be read; any other may be tried by dropping it. */
const PICTURE_FILES = 'image/png,image/jpeg,image/webp,image/gif,image/avif,image/bmp';

/** Where the picture comes from: gallery, file, clipboard, drawing; and what became of the visitor's own. Stands at the top of the parameters. */
export default function InputCard() {
  const t = useText();
  const session = model.useSession();
  return (
    <section className="rec-input" aria-label={t('rec.input.title')}>
      <Gallery />
      <div className="rec-bring">
        <FilePicker
          label={t('rec.input.open')}
          of={t('rec.input.title')}
          accept={PICTURE_FILES}
          onFiles={([file]) => {
            if (file) void bringPicture(session, file, file.name);
          }}
        />
        <button type="button" className="button" onClick={() => void pastePicture(session, t('rec.input.pasted'))}>
          {t('rec.input.paste')}
        </button>
        <button type="button" className="button" onClick={() => enterRoom(session)}>
          {t('rec.input.draw')}
        </button>
      </div>
      <OwnPicture />
      <DrawingNote />
      <p className="note">
        <span className="rec-anywhere">{t('rec.input.anywhere') + t('sentence.gap')}</span>
        {t('rec.input.private')}
      </p>
    </section>
  );
}

/** While the scene shows the visitor's own picture: what reading it had to do, and the way to its mask. */
function OwnPicture() {
  const t = useText();
  const session = model.useSession();
  const work = useOwn((editing) => editing.work);
  const own = model.useState((state) => state.picture === 'own');
  const drawn = useOwn(({ picture }) => picture?.tooIntricate === true);
  if (!own || !work || drawn) return null;
  return (
    <div className="rec-own">
      <p>
        <strong>{work.name}</strong>
      </p>
      {aboutCut(t, work).map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
      <button type="button" className="button" onClick={() => openEditor(session)}>
        {t('rec.input.correct')}
      </button>
    </div>
  );
}
