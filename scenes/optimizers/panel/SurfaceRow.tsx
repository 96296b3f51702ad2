import { useId, useState } from 'react';
import { lab } from '../model.ts';
import { setSurface } from '../state/actions.ts';
import { surfaces } from '../../../src/surfaces/index.ts';
import { surfaceName } from '../../../src/surfaces/name.ts';
import { FormulaEditor } from '../formulaField/FormulaEditor.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { SurfaceFormula } from './SurfaceFormula.tsx';

/** The entry of the picker that opens the field for a formula. */
const OWN = 'own formula';

/** The surface and its formula; or the field for the visitor's own. */
export function SurfaceRow() {
  const t = useText();
  const { store } = lab.useSession();
  const id = useId();
  const surface = lab.useState((state) => state.surface);
  // The surface on which "own formula" was chosen: the field is open until another one comes.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const isOwn = surface.id === null || surface.id === openedOn;
  return (
    <div className="surface-row">
      <div className="row">
        <label htmlFor={id}>{t('panel.surface')}</label>
        <select
          id={id}
          value={isOwn ? OWN : surface.id}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setOpenedOn(value === OWN ? surface.id : null);
            if (value !== OWN && value !== surface.id) setSurface(store, value);
          }}
        >
          <option value={OWN}>{t(isOwn ? 'formula.own' : 'panel.surface.write')}</option>
          {Object.entries(surfaces).map(([key, { name }]) => (
            <option key={key} value={key}>
              {surfaceName(t.language, { id: key, name })}
            </option>
          ))}
        </select>
      </div>
      <SurfaceFormula formula={surface.formula} params={surface.params} />
      {isOwn && <FormulaEditor />}
    </div>
  );
}
