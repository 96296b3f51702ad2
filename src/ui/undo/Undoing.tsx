import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { addTexts } from '../../i18n/index.ts';
import { useSession } from '../../runs/session.tsx';
import { createUndo, type Undo } from '../../runs/undo.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { useText } from '../useText.ts';
import { words } from './words.ts';
import './undo.css';

addTexts(words);

/** Remembers what changes of the open scene took the place of, and says so where it was another experiment. Comes after the first picture. */
export default function Undoing() {
  const session = useSession();
  const [undo] = useState(() => createUndo(session));
  useEffect(() => {
    const end = undo.keep();
    session.journal.setState({ current: undo });
    const press = ({ type, isPrimary }: PointerEvent) => isPrimary && undo.press(type === 'pointerdown');
    const events = ['pointerdown', 'pointerup', 'pointercancel'] as const;
    for (const event of events) addEventListener(event, press, true);
    return () => {
      for (const event of events) removeEventListener(event, press, true);
      session.journal.setState({ current: null });
      end();
    };
  }, [session, undo]);
  return <Notice undo={undo} />;
}

const SAID_MILLISECONDS = 6000;

/** What just happened, with the way back; the region is always there, so that a screen reader hears what enters it. */
function Notice({ undo }: { readonly undo: Undo }) {
  const t = useText();
  const told = useStore(undo.store, (state) => state.told);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!told || held) return;
    const timer = setTimeout(undo.hush, SAID_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [undo, told, held]);
  return (
    <div className="undo-room" role="status">
      {told && (
        // Who points at it or has the focus in it is about to use it.
        <p
          key={told.number}
          className="undo-notice"
          data-told={told.what}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          {t(`undo.${told.what}`)}
          {told.what === 'replaced' ? (
            <button type="button" className="button" aria-keyshortcuts="Control+Z Meta+Z" onClick={undo.undo}>
              {t('undo.undo')}
            </button>
          ) : (
            <button
              type="button"
              className="button"
              aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
              onClick={undo.redo}
            >
              {t('undo.redo')}
            </button>
          )}
          <IconButton icon="close" name={t('undo.dismiss')} onClick={undo.hush} />
        </p>
      )}
    </div>
  );
}
