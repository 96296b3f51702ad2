import type { LossId } from '../../../src/jobs/reconstruction/moreApi.ts';
import { useMeans } from '../runs/means.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { figureAt } from './figures.ts';
import { lossColour } from './look.ts';

/** A loss by its name and what it ties together; its value at the clock's step, and what tells its mean shape from the other's. */
export function MeanHead({ loss }: { readonly loss: LossId }) {
  const t = useText();
  const theme = useTheme();
  const means = useMeans();
  const step = useStep();
  const row = means ? Math.min(step, means.steps) : 0;
  return (
    <header className="pane-head">
      <div className="pane-names">
        <h2 data-painted="" style={{ color: lossColour(palettes[theme], loss) }}>
          {t(`rec.losses.${loss}`)}
        </h2>
        <p className="pane-way" data-painted="">
          {t(`rec.losses.${loss}.way`)}
        </p>
      </div>
      {means && (
        <dl className="pane-numbers">
          <div className="pane-error" title={t(`rec.losses.figure.${means.spec.toy}.what`)}>
            <dt>{t(`rec.losses.figure.${means.spec.toy}`)}</dt>
            <dd data-value="figure" data-painted="">
              {t.fixed(100 * figureAt(means, loss, row), 0)} %
            </dd>
          </div>
          <div title={t(`rec.losses.loss.${loss}.what`)}>
            <dt>{t('rec.losses.loss')}</dt>
            <dd data-value="loss">{t.number(means.runs[loss].losses[row] ?? NaN, 3)}</dd>
          </div>
        </dl>
      )}
    </header>
  );
}
