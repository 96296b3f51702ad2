import { useId } from 'react';
import { useLabState, useSession } from '../../runs/lab.tsx';
import { setSurface } from '../../state/actions.ts';
import { surfaces } from '../../surfaces/index.ts';
import { plainFormula } from '../plainFormula.ts';
import { useText } from '../useText.ts';

/** The surface and its formula. */
export function SurfaceRow() {
  const t = useText();
  const { store } = useSession();
  const id = useId();
  const surface = useLabState((state) => state.surface);
  return (
    <div className="surface-row">
      <div className="row">
        <label htmlFor={id}>{t('panel.surface')}</label>
        <select
          id={id}
          value={surface.id ?? ''}
          onChange={(event) => {
            if (event.currentTarget.value !== '') setSurface(store, event.currentTarget.value);
          }}
        >
          {surface.id === null && <option value="">{t('panel.surface.own')}</option>}
          {Object.entries(surfaces).map(([key, { name }]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p className="formula" lang="en" title={t('panel.formula')}>
        f = {plainFormula(surface.formula, surface.params)}
      </p>
    </div>
  );
}
