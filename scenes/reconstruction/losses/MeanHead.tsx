import { useStep } from '../../../src/runs/session.tsx';
import { PaneHead } from '../../../src/scene/parts/PaneHead.tsx';
import type { LossId } from '../../../src/toys/ids.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { model } from '../model.ts';
import { lossColour } from './colours.ts';
import { figureAt } from './figures.ts';

/** A loss by its name and what it ties together; its value at the clock's step, and what tells its mean shape from the other's. */
export function MeanHead({ loss }: { readonly loss: LossId }) {
  const t = useText();
  const theme = useTheme();
  const { value: means } = model.useResult('means');
  const step = useStep();
  const row = means ? Math.min(step, means.steps) : 0;
  const figure = means && {
    ...{ id: 'figure', label: t(`rec.losses.figure.${means.spec.toy}`), first: true },
    ...{
      value: `${t.fixed(100 * figureAt(means, loss, row), 0)} %`,
      what: t(`rec.losses.figure.${means.spec.toy}.what`),
    },
  };
  const value = means && {
    ...{ id: 'loss', label: t('rec.losses.loss'), what: t(`rec.losses.loss.${loss}.what`) },
    value: t.number(means.runs[loss].losses[row] ?? NaN, 3),
  };
  return (
    <PaneHead
      title={t(`rec.losses.${loss}`)}
      colour={lossColour(palettes[theme], loss)}
      way={t(`rec.losses.${loss}.way`)}
      numbers={figure && value ? [figure, value] : []}
    />
  );
}
