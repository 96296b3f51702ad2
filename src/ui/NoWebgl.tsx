import { useLabState, useSession } from '../runs/lab.tsx';
import { useText } from './useText.ts';

/** Stands where the canvas would: what is missing, why, what to do, and that the rest still works. */
export function NoWebgl({ lost = false }: { lost?: boolean }) {
  const t = useText();
  const { store } = useSession();
  const view = useLabState((state) => state.view);
  return (
    <section className="no-webgl" role="alert" aria-labelledby="no-webgl-title">
      <div className="card">
        <h2 id="no-webgl-title">{t(lost ? 'webgl.lost.title' : 'webgl.title')}</h2>
        <p>{t(lost ? 'webgl.lost.why' : 'webgl.why')}</p>
        <h3>{t('webgl.what')}</h3>
        <ul>
          <li>{t('webgl.do.reload')}</li>
          <li>{t('webgl.do.acceleration')}</li>
          <li>{t('webgl.do.driver')}</li>
          <li>{t('webgl.do.check')}</li>
        </ul>
        <p>{t('webgl.still')}</p>
        <p className="actions">
          {view !== 'book' && (
            <button type="button" className="button" onClick={() => store.update({ view: 'book' })}>
              {t('webgl.book')}
            </button>
          )}
          <button type="button" className="button" onClick={() => location.reload()}>
            {t('webgl.reload')}
          </button>
        </p>
      </div>
    </section>
  );
}
