import { useEffect, useState } from 'react';
import { sides, type Side } from '../../../src/runs/registration/own.ts';
import { useRegistrationSession } from '../../../src/runs/registration/session.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { useTakeFiles } from './useOwn.ts';
import './own.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

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
  const [dragging, setDragging] = useState(false);
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
      take([...(event.dataTransfer?.files ?? [])], sideOf(event));
    };
    const paste = (event: ClipboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (typing || store.get().state.data !== 'own') return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) take(files);
      else if (text.trim() !== '') take([new File([text], 'pasted.txt')]);
      else return;
      event.preventDefault();
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
  }, [store, take]);
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
