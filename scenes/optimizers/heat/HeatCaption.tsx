import { rampOf } from '../../../src/view/ramp.ts';
import { textWidth } from '../../../src/ui/export/textWidth.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { heatStops } from './paint.ts';
import type { HeatScale } from './scale.ts';

interface Props {
  readonly scale: HeatScale;
  readonly of: 'loss' | 'steps';
  readonly edge: boolean;
  /** Makes the values of the cell that is picked those of the run; null: none is. */
  readonly onAdopt: (() => void) | null;
}

/** Widths of the bar and of the swatches before their words. */
const BAR = 96;
const SWATCH = 26;

/** How wide the caption's two lines are. */
export function captionWidths(t: Words): readonly [number, number] {
  const width = (text: string) => textWidth(text, '13px');
  const numbers = 2 * width('−8.88e−16');
  const words = width(t('heat.off.loss') + t('heat.gone') + t('heat.edge')) + 3 * SWATCH + 36;
  return [BAR + numbers + words, width(t('heat.hint')) + 20];
}

/** What the colours and lines of the map say, and what to do with it. */
export function HeatCaption({ scale, of, edge, onAdopt }: Props) {
  const t = useText();
  const table = rampOf(heatStops[useTheme()], 9);
  const colours = Array.from({ length: 9 }, (_, i) => `rgb(${[0, 1, 2].map((k) => table[4 * i + k]).join(' ')})`);
  const number = (value: number) => (of === 'steps' ? t.number(value) : t.number(value, 3));
  return (
    <figcaption className="heat-caption">
      <span className="heat-key">
        {number(scale.low)}
        <span className="heat-ramp" style={{ background: `linear-gradient(90deg, ${colours.join(',')})` }} />
        {number(scale.high)}
      </span>{' '}
      <span className="heat-key">
        <span className="heat-swatch heat-off" />
        {t(`heat.off.${of}`)}
      </span>{' '}
      <span className="heat-key">
        <span className="heat-swatch heat-gone" />
        {t('heat.gone')}
      </span>{' '}
      {edge && (
        <span className="heat-key">
          <span className="heat-swatch heat-line" />
          {t('heat.edge')}
        </span>
      )}{' '}
      {onAdopt ? (
        <button type="button" className="text-button heat-adopt" onClick={onAdopt}>
          {t('heat.adopt')}
        </button>
      ) : (
        <span>{t('heat.hint')}</span>
      )}
    </figcaption>
  );
}
