import { categoryIds } from '../../../src/reconstruction/shapes/index.ts';
import { SeedRow } from '../../../src/scene/panel/SeedRow.tsx';
import { SelectRow } from '../../../src/scene/panel/SelectRow.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model, useWanted } from '../model.ts';
import { categoryName } from '../read/names.ts';
import { params } from '../state.ts';
import { anotherShape, showShape } from './choose.ts';

/** A drawn shape by its category and seed; the truth of it is known. */
export function ShapeRow() {
  const t = useText();
  const session = model.useSession();
  // Of what is no drawn shape the state has the opening's.
  const { category, seed } = model.useState((state) => state);
  const wanted = useWanted();
  const drawn = wanted.from === 'shape' ? wanted : null;
  const nothing = drawn ? [] : [{ value: '', label: '–' }];
  return (
    <fieldset className="rec-shape">
      <legend>{t('rec.shape.title')}</legend>
      <SelectRow
        label={t('rec.category')}
        options={[...nothing, ...categoryIds.map((id) => ({ value: id, label: categoryName(t, id) }))]}
        value={drawn?.category ?? ''}
        onChange={(id) => showShape(session, id, seed)}
      />
      <SeedRow
        name="rec.seed"
        spec={params.seed}
        value={drawn?.seed ?? null}
        shortcut="s"
        onChange={(value) => showShape(session, category, value)}
        onNext={() => anotherShape(session)}
      />
    </fieldset>
  );
}
