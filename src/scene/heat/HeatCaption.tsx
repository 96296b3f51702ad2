import { rampOf } from '../../view/ramp.ts';
import { textWidth } from '../../ui/export/textWidth.ts';
import { useTheme } from '../../ui/preferences.ts';
import { heatStops } from './paint.ts';
import type { HeatScale } from './scale.ts';

/** What stands beside the colours and lines. */
export interface CaptionWords {
  /** Of cells off the ramp, and of those that diverged. */
  readonly off: string;
  readonly gone: string;
  /** Of the line; null: there is none. */
  readonly edge: string | null;
  readonly hint: string;
  readonly adopt: string;
}

interface Props {
  readonly scale: HeatScale;
  readonly words: CaptionWords;
  /** A number of the scale. */
  readonly show: (value: number) => string;
  /** Makes the values of the cell that is picked those of the run; null: none is. */
  readonly onAdopt: (() => void) | null;
}

/** Widths of the bar and of the swatches before their words. */
const BAR = 96;
const SWATCH = 26;

/** How wide the caption's two lines are. */
export function captionWidths(words: CaptionWords): readonly [number, number] {
  const width = (text: string) => textWidth(text, '13px');
  const numbers = 2 * width('−8.88e−16');
  const { off, gone, edge, hint } = words;
  return [BAR + numbers + width(off + gone + (edge ?? '')) + 3 * SWATCH + 36, width(hint) + 20];
}

/** The colours from the least to the largest, with the numbers at their ends. */
export function HeatRamp({ scale, show }: Pick<Props, 'scale' | 'show'>) {
  const table = rampOf(heatStops[useTheme()], 9);
  const colours = Array.from({ length: 9 }, (_, i) => `rgb(${[0, 1, 2].map((k) => table[4 * i + k]).join(' ')})`);
  return (
    <>
      {show(scale.low)}
      <span className="heat-ramp" style={{ background: `linear-gradient(90deg, ${colours.join(',')})` }} />
      {show(scale.high)}
    </>
  );
}

/** What the colours and lines of the map say, and what to do with it. */
export function HeatCaption({ scale, words, show, onAdopt }: Props) {
  return (
    <figcaption className="heat-caption">
      <span className="heat-key">
        <HeatRamp scale={scale} show={show} />
      </span>{' '}
      <span className="heat-key">
        <span className="heat-swatch heat-off" />
        {words.off}
      </span>{' '}
      <span className="heat-key">
        <span className="heat-swatch heat-gone" />
        {words.gone}
      </span>{' '}
      {words.edge !== null && (
        <span className="heat-key">
          <span className="heat-swatch heat-line" />
          {words.edge}
        </span>
      )}{' '}
      <span className="heat-do">
        {/* It keeps its room, so that the map stays where it is while one points at it. */}
        <span style={{ visibility: onAdopt ? 'hidden' : 'visible' }}>{words.hint}</span>
        {onAdopt && (
          <button type="button" className="text-button heat-adopt" onClick={onAdopt}>
            {words.adopt}
          </button>
        )}
      </span>
    </figcaption>
  );
}
