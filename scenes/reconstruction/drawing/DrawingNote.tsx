import { useText } from '../../../src/ui/useText.ts';
import { model, useOwn } from '../model.ts';
import { enterRoom } from './enter.ts';

/** While the scene shows a drawing: the way back to the paper, and whether a link holds it. */
export function DrawingNote() {
  const t = useText();
  const session = model.useSession();
  const picture = model.useState((state) => state.picture);
  // A link may name a drawing and hold none that can be read: then the sample is shown.
  const drawn = model.useState((state) => state.picture === 'drawing' && state.drawing !== null);
  const own = useOwn(({ picture: brought }) => brought);
  const keptHere = picture === 'own' && own?.tooIntricate === true;
  if (!drawn && !keptHere) return null;
  return (
    <div className="rec-own">
      <p>
        <strong>{t('rec.input.drawing')}</strong>
      </p>
      {keptHere && <p className="note">{t('rec.draw.kept-here')}</p>}
      <button type="button" className="button" onClick={() => enterRoom(session)}>
        {t('rec.draw.again')}
      </button>
    </div>
  );
}
