import { Progress as Shown } from '../../../../src/scene/parts/Progress.tsx';
import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';

/** Of the training that is under way. */
export function Progress() {
  const t = useText();
  const { waiting, part } = model.useResult('layers');
  return <Shown result="layers" {...{ waiting, part }} name={t('mic.training')} stop={t('mic.stop')} />;
}
