import { useTheme } from '../../ui/preferences.ts';
import { useText } from '../../ui/useText.ts';
import { residualRamp } from '../../view/clouds/residualRamp.ts';

interface Props {
  readonly title: string;
  /** The value at the upper end, in what is written on the bar. */
  readonly limit: number;
  /** Behind the last number: ` %`. */
  readonly unit: string;
}

/** What the colours of distances say, with their unit. */
export function ColourBar({ title, limit, unit }: Props) {
  const t = useText();
  const { colours, ticks } = residualRamp(useTheme(), limit);
  return (
    <figure className="colour-bar">
      <figcaption>{title}</figcaption>
      <div className="colour-bar-ramp" style={{ background: `linear-gradient(90deg, ${colours.join(',')})` }} />
      <ol className="colour-bar-ticks">
        {ticks.map((tick, i) => (
          <li key={tick} style={{ left: `${(100 * tick) / limit}%` }}>
            {t.number(tick, 3)}
            {i === ticks.length - 1 && unit}
          </li>
        ))}
      </ol>
    </figure>
  );
}
