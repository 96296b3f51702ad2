import type { Pair } from '../runs/pair.ts';
import { residualRamp } from '../../../src/view/clouds/residualRamp.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { lengthUnit, shownLength } from '../read/lengths.ts';

interface Props {
  readonly pair: Pair;
  /** The distance at the upper end, in the pair's unit. */
  readonly limit: number;
}

/** What the colours of residuals say, with their unit. */
export function ColourBar({ pair, limit }: Props) {
  const t = useText();
  const theme = useTheme();
  const shown = shownLength(pair, limit);
  const { colours, ticks } = residualRamp(theme, shown);
  return (
    <figure className="colour-bar">
      <figcaption>{t('reg.residual')}</figcaption>
      <div className="colour-bar-ramp" style={{ background: `linear-gradient(90deg, ${colours.join(',')})` }} />
      <ol className="colour-bar-ticks">
        {ticks.map((tick, i) => (
          <li key={tick} style={{ left: `${(100 * tick) / shown}%` }}>
            {t.number(tick, 3)}
            {i === ticks.length - 1 && lengthUnit(pair)}
          </li>
        ))}
      </ol>
    </figure>
  );
}
