import type { Session } from './session.tsx';

/** A picture that does not come (no graphics, a broken module) stops nothing for longer. */
const LONGEST_MILLISECONDS = 6000;

/** Lets the clock stand until the scene's picture can be drawn: a short run would be over before anybody sees it. Returns a function that ends it. */
export function holdUntilDrawn({ clock, pictures }: Pick<Session, 'clock' | 'pictures'>): () => void {
  clock.held = pictures.getState().draw === null;
  const go = () => {
    clock.held = false;
    clearTimeout(timer);
    end();
  };
  const timer = setTimeout(go, LONGEST_MILLISECONDS);
  const end = pictures.subscribe(({ draw }) => {
    if (draw) go();
  });
  return go;
}
