import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { residualRamp } from '../../../src/view/clouds/residualRamp.ts';
import { SPREAD_LIMIT } from './look.ts';

/** What the colours of the spread say. */
export function SpreadBar() {
  const t = useText();
  const { colours, ticks } = residualRamp(useTheme(), 100 * SPREAD_LIMIT);
  return (
    <figure className="colour-bar">
      <figcaption>{t('rec.many.bar')}</figcaption>
      <div className="colour-bar-ramp" style={{ background: `linear-gradient(90deg, ${colours.join(',')})` }} />
      <ol className="colour-bar-ticks">
        {ticks.map((tick, i) => (
          <li key={tick} style={{ left: `${tick / SPREAD_LIMIT}%` }}>
            {t.number(tick, 3)}
            {i === ticks.length - 1 && ' %'}
          </li>
        ))}
      </ol>
    </figure>
  );
}
