import type { ReactNode } from 'react';
import { useText } from '../../../src/ui/useText.ts';

interface Props {
  /** It was there, and went. */
  readonly lost: boolean;
  /** What the scene shows without it: a button that turns to that. */
  readonly instead: ReactNode;
}

/** Stands where the canvas would: what is missing, why, what to do, and that the rest still works. */
export function NoWebgl({ lost, instead }: Props) {
  const t = useText();
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
          {instead}
          <button type="button" className="button" onClick={() => location.reload()}>
            {t('webgl.reload')}
          </button>
        </p>
      </div>
    </section>
  );
}
