import { Suspense, useState, type CSSProperties } from 'react';
import { later } from '../../../src/ui/later.tsx';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { Slider } from '../../../src/ui/controls/Slider.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { hasHiddenMatrix, muon } from '../../../src/networks/muon.ts';
import { paramLabel } from '../../../src/i18n/index.ts';
import { model } from '../model.ts';
import { colourOf } from '../read.ts';
import { MOST_OPTIMIZERS } from '../state.ts';
import { changed, nameOf, OWN, rateOf, rateSpecOf, trainerIds } from '../trainers.ts';
import type { TrainerId } from '../run/types.ts';
import '../../../src/ui/ruleField/words.ts';
import './panel.css';

/** The field for a rule of the reader's own. */
const OwnRule = later(() => import('./OwnRule.tsx'));
/** The entry of the list that opens it. */
const WRITE = 'write a rule';

/** Who trains, each with its learning rate; a press on a name shows what its net says. */
export function OptimizerRows() {
  const t = useText();
  const { store } = model.useSession();
  const ids = model.useState((state) => state.optimizers);
  const rule = model.useState((state) => state.rule);
  const selected = model.useState((state) => state.selected);
  const [writing, setWriting] = useState(false);
  const set = (next: readonly TrainerId[]) => store.update({ optimizers: next });
  const all: readonly TrainerId[] = rule === null ? trainerIds : [...trainerIds, OWN];
  const others = all.filter((id) => !ids.includes(id));
  const isFull = ids.length >= MOST_OPTIMIZERS;
  return (
    <fieldset className="net-optimizers">
      <legend>{t('net.optimizers')}</legend>
      <ul>
        {ids.map((id) => (
          <Row key={id} id={id} alone={ids.length === 1} onRemove={() => set(ids.filter((each) => each !== id))} />
        ))}
      </ul>
      {(writing || selected === OWN) && (
        <Suspense>
          <OwnRule onClose={() => setWriting(false)} />
        </Suspense>
      )}
      <select
        aria-label={t('net.optimizers.add')}
        value=""
        disabled={isFull}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setWriting(value === WRITE);
          if (value !== WRITE) set([...ids, value as TrainerId]);
        }}
      >
        <option value="" disabled>
          {isFull ? t('net.optimizers.full', { count: MOST_OPTIMIZERS }) : t('net.optimizers.add')}
        </option>
        {others.map((id) => (
          <option key={id} value={id}>
            {nameOf(id, rule)}
          </option>
        ))}
        {rule === null && <option value={WRITE}>{t('ownRule.write')}</option>}
      </select>
    </fieldset>
  );
}

interface Props {
  readonly id: TrainerId;
  readonly alone: boolean;
  readonly onRemove: () => void;
}

function Row({ id, alone, onRemove }: Props) {
  const t = useText();
  const theme = useTheme();
  const { store } = model.useSession();
  const ids = model.useState((state) => state.optimizers);
  const selected = model.useState((state) => state.selected === id);
  const depth = model.useState((state) => state.depth);
  const rate = model.useState((state) => rateOf(state, id));
  const rule = model.useState((state) => state.rule);
  const spec = rateSpecOf(id, rule);
  const name = nameOf(id, rule);
  const label = `${name}: ${paramLabel(t.language, 'lr')}`;
  const write = (lr: number) => store.update(changed(store.get().overrides, id, { lr }), 'replace');
  return (
    <li
      className={selected ? 'net-optimizer selected' : 'net-optimizer'}
      style={{ '--hue': colourOf(theme, ids, id) } as CSSProperties}
    >
      <button
        type="button"
        className="net-optimizer-name"
        aria-pressed={selected}
        title={t('net.optimizer.select', { optimizer: name })}
        onClick={() => store.update({ selected: id })}
        onDoubleClick={() => spec && write(spec.default)}
      >
        {name}
      </button>
      {spec && <NumberField label={t('panel.value.of', { label })} spec={spec} value={rate} onChange={write} />}
      <button
        type="button"
        className="net-optimizer-remove"
        aria-label={t('net.optimizer.remove', { optimizer: name })}
        disabled={alone}
        onClick={onRemove}
      >
        ×
      </button>
      {spec && <Slider label={label} spec={spec} value={rate} onChange={write} />}
      {id === 'muon' && !hasHiddenMatrix(depth) && (
        <p className="note">{t('net.optimizer.muon', { rate: t.number(muon.params.adam_lr.default, 2) })}</p>
      )}
    </li>
  );
}
