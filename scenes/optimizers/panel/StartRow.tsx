import { lab } from '../model.ts';
import { setStart } from '../state/actions.ts';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { useNumber } from './useNumber.ts';

/** The start, typed; on the surface it is dragged. */
export function StartRow() {
  const t = useText();
  const { store } = lab.useSession();
  const x = useNumber({ of: 'start', axis: 0 });
  const y = useNumber({ of: 'start', axis: 1 });
  if (!x || !y) return null;
  return (
    <div className="row start-row" role="group" aria-label={t('panel.start')}>
      <span
        className="label"
        title={t('panel.default', { value: `(${t.number(x.spec.default)}, ${t.number(y.spec.default)})` })}
        onDoubleClick={() => {
          setStart(store, [x.spec.default, y.spec.default]);
        }}
      >
        {t('panel.start')}
      </span>
      <span className="pair">
        <NumberField label={`${t('panel.start')} x`} spec={x.spec} value={x.value} onChange={x.write} />
        <NumberField label={`${t('panel.start')} y`} spec={y.spec} value={y.value} onChange={y.write} />
      </span>
    </div>
  );
}
