import { lazy, Suspense, type ReactNode } from 'react';
import { useLabSession, useLabState } from './runs/lab.tsx';
import { useText } from '../../src/ui/useText.ts';

const BookFigure = lazy(async () => ({ default: (await import('./book/BookFigure.tsx')).BookFigure }));

/** The relief stays mounted while a flat figure covers it: its context and camera are still there on return. */
export function Pictures({ relief }: { readonly relief: ReactNode }) {
  const view = useLabState((state) => state.view);
  return (
    <>
      <div className="relief" hidden={view !== 'relief'}>
        {relief}
      </div>
      {view !== 'relief' && (
        <Suspense>
          <BookFigure overlay={view === 'overlay'} />
        </Suspense>
      )}
    </>
  );
}

/** What there is to see without WebGL. */
export function ToBook() {
  const t = useText();
  const { store } = useLabSession();
  const view = useLabState((state) => state.view);
  if (view === 'book') return null;
  return (
    <button type="button" className="button" onClick={() => store.update({ view: 'book' })}>
      {t('webgl.book')}
    </button>
  );
}
