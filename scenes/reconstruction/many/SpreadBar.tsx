import { useMemo } from 'react';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { residualRamp } from '../../../src/view/clouds/residualRamp.ts';
import { spreadLimit } from './look.ts';

interface Props {
  /** As far as the answers part, answer by answer and point by point. */
  readonly values: readonly Float64Array[];
}

/** What the colours of the spread say. */
export function SpreadBar({ values }: Props) {
  const t = useText();
  const limit = useMemo(() => spreadLimit(values), [values]);
  const { colours, ticks } = residualRamp(useTheme(), 100 * limit);
  return (
    <figure className="colour-bar">
      <figcaption>{t('rec.many.bar')}</figcaption>
      <div className="colour-bar-ramp" style={{ background: `linear-gradient(90deg, ${colours.join(',')})` }} />
      <ol className="colour-bar-ticks">
        {ticks.map((tick, i) => (
          <li key={tick} style={{ left: `${tick / limit}%` }}>
            {t.number(tick, 3)}
            {i === ticks.length - 1 && ' %'}
          </li>
        ))}
      </ol>
    </figure>
  );
}
