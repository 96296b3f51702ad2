import { useComputing } from '../../../../src/scene/computing.tsx';
import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';

/** While a training takes its time: how far it is, and how to give it up. What is there of it stays. */
export function Progress() {
  const t = useText();
  const computing = useComputing();
  const { waiting, part } = model.useResult('layers');
  if (!waiting || part === null) return null;
  return (
    <p className="mic-progress">
      <label>
        {t('mic.training')} <progress max={1} value={part} />
      </label>
      <button type="button" className="button" onClick={() => computing?.stop('layers')}>
        {t('mic.stop')}
      </button>
    </p>
  );
}
