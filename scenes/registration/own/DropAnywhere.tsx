import { sides, type Side } from '../runs/own.ts';
import { useRegistrationSession } from '../model.ts';
import { useFileDrops } from '../../../src/ui/useFileDrops.ts';
import { useText } from '../../../src/ui/useText.ts';
import { useTakeFiles } from './useOwn.ts';
import './own.css';

/** The side whose half of the window an event is in. */
function sideOf(event: Event): Side | null {
  const half = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drop]') : null;
  return sides.find((side) => side === half?.dataset['drop']) ?? null;
}

/** Files dragged onto the page, whatever it shows, are the visitor's own clouds; so is a table of coordinates that is pasted over the drop zone. */
export function DropAnywhere() {
  const t = useText();
  const { store } = useRegistrationSession();
  const take = useTakeFiles();
  const dragging = useFileDrops({
    onFiles: (files, event) => take(files, sideOf(event)),
    onPaste: (pasted) => {
      if (store.get().state.data !== 'own') return false;
      const text = pasted.getData('text/plain');
      if (pasted.files.length > 0) take([...pasted.files]);
      else if (text.trim() !== '') take([new File([text], 'pasted.txt')]);
      else return false;
      return true;
    },
  });
  if (!dragging) return null;
  return (
    <div className="own-over" aria-hidden="true">
      {sides.map((side) => (
        <div key={side} data-drop={side}>
          <span className="card">{t('own.drop.here', { side: t(`own.side.${side}`) })}</span>
        </div>
      ))}
    </div>
  );
}
