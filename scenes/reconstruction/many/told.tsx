import { Phrase } from '../../../src/ui/Phrase.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { Missing } from '../say/Missing.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { useSpread } from './useSpread.ts';
import { model } from '../model.ts';

/** From this ratio of most to least on, sides differ enough to be told apart in words. */
const TOLD_RATIO = 1.3;

/** What to look at in the view `many`. */
export function useManyTold(): Told {
  const t = useText();
  const { value: many } = model.useResult('many');
  const { sides } = useSpread();
  const title = t('rec.many.title');
  const more = <Missing />;
  if (!many) return { title, sentence: t('rec.many.waiting'), more };
  const count = many.samples.length;
  if (count < 2) return { title, sentence: t('rec.many.say.one'), more };
  const [least] = sides;
  const most = sides.at(-1);
  if (!least || !most) return { title, sentence: t('rec.many.say.measuring', { count }), more };
  const strong = (shown: string | number) => <strong className="live">{shown}</strong>;
  const percent = (value: number) => strong(`${t.fixed(100 * value, 1)} %`);
  return {
    title,
    sentence: (
      <Phrase
        of={most.spread < TOLD_RATIO * least.spread ? 'rec.many.say.even' : 'rec.many.say'}
        values={{
          count: strong(count),
          most: strong(t(`rec.many.side.${most.side}`)),
          high: percent(most.spread),
          least: strong(t(`rec.many.side.${least.side}`)),
          low: percent(least.spread),
        }}
      />
    ),
    more,
  };
}
