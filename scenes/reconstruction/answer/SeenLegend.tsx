import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { guessedHex } from '../../../src/view/clouds/shaded/shadedView.ts';
import { palettes } from '../../../src/view/palette.ts';
import { model, useSeen } from '../model.ts';
import { paneColour } from './colours.ts';
import { picturedOf, seenShare } from './solid.ts';
import { tinted } from './tones.ts';

/** A grey picture's tones, from shade to light; a photograph's stand for any colours. */
const GREYS = ['#606060', '#eeeeee'] as const;
const COLOURS = ['#3b6ea5', '#c8a13a', '#a8483b'] as const;

/** What the points' colours say, and how many of them are but a guess. */
export function SeenLegend() {
  const t = useText();
  const theme = useTheme();
  const colour = model.useState((state) => state.colour);
  const { answer, shown } = useSeen();
  if (colour !== 'picture' || !answer || !shown) return null;
  const seen = seenShare(picturedOf(answer.points, shown));
  const { colour: hue = '' } = paneColour(palettes[theme], 'network');
  const tones = shown.colours ? COLOURS : GREYS.map((gray) => tinted(gray, hue));
  const percent = (part: number) => `${t.fixed(100 * part, 0)} %`;
  return (
    <ul className="pane-legend rec-tones">
      <li>{t('rec.seen.title')}</li>
      <li>
        <i style={{ background: `linear-gradient(135deg, ${tones.join(',')})` }} aria-hidden="true" />
        {t(shown.colours ? 'rec.seen.seen.own' : 'rec.seen.seen', { share: percent(seen) })}
      </li>
      <li>
        <i style={{ border: `3px solid ${guessedHex[theme]}` }} aria-hidden="true" />
        {t('rec.seen.guessed', { share: percent(1 - seen) })}
      </li>
    </ul>
  );
}
