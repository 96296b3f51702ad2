import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { residualRamp } from '../../../src/view/clouds/residualRamp.ts';
import { errorLimit } from './look.ts';

/** What the colours of errors say. */
export function ErrorBar() {
  const t = useText();
  const { colours, ticks } = residualRamp(useTheme(), 100 * errorLimit);
  return (
    <figure className="colour-bar">
      <figcaption>{t('rec.errors.bar')}</figcaption>
      <div className="colour-bar-ramp" style={{ background: `linear-gradient(90deg, ${colours.join(',')})` }} />
      <ol className="colour-bar-ticks">
        {ticks.map((tick, i) => (
          <li key={tick} style={{ left: `${tick / errorLimit}%` }}>
            {t.number(tick, 3)}
            {i === ticks.length - 1 && ' %'}
          </li>
        ))}
      </ol>
    </figure>
  );
}
