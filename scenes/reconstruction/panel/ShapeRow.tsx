import { categoryIds } from '../../../src/reconstruction/shapes/index.ts';
import { anotherShape, showShape, useReconstructionSession, useReconstructionState } from '../runs/session.tsx';
import { reconstructionParams } from '../state/defaults.ts';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { categoryName } from '../read/names.ts';

/** A drawn shape by its category and seed; the truth of it is known. */
export function ShapeRow() {
  const t = useText();
  const session = useReconstructionSession();
  const category = useReconstructionState((state) => state.category);
  const seed = useReconstructionState((state) => state.seed);
  const drawn = useReconstructionState((state) => state.picture === 'shape');
  return (
    <fieldset className="rec-shape">
      <legend>{t('rec.shape.title')}</legend>
      <label className="row">
        <span className="label">{t('rec.category')}</span>
        <select value={drawn ? category : ''} onChange={(event) => showShape(session, event.currentTarget.value, seed)}>
          {!drawn && <option value="">–</option>}
          {categoryIds.map((id) => (
            <option key={id} value={id}>
              {categoryName(t, id)}
            </option>
          ))}
        </select>
      </label>
      <div className="row">
        <span className="label">{t('rec.seed')}</span>
        <span className="rec-seed">
          <NumberField
            label={t('rec.seed')}
            spec={reconstructionParams.seed}
            value={drawn ? seed : null}
            onChange={(value) => showShape(session, category, value)}
          />
          <button
            type="button"
            className="button dice"
            aria-keyshortcuts="S"
            title={t('rec.seed.what')}
            onClick={() => anotherShape(session)}
          >
            {t('rec.seed.next')}
          </button>
        </span>
      </div>
    </fieldset>
  );
}
