import { Phrase } from '../../../src/ui/Phrase.tsx';
import { categoryName } from '../read/names.ts';
import type { Told } from '../../../src/ui/say/told.ts';
import { Missing } from '../say/Missing.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { kinReading } from './reading.ts';
import { useSeen } from '../model.ts';
import { useKin } from './kinNow.ts';

/** What to look at in the view `kin`. */
export function useKinTold(): Told {
  const t = useText();
  const reading = kinReading(useKin(), useSeen().shown);
  const title = t('rec.kin.title');
  if (!reading) return { title, sentence: t('rec.kin.say.waiting'), more: <Missing /> };
  const { nearest, count, own } = reading;
  const strong = (shown: string | number) => <strong className="live">{shown}</strong>;
  const values = {
    nearest: strong(t('rec.kin.shape', { category: categoryName(t, nearest.category), seed: nearest.seed })),
    count: strong(count),
    ...(own && { same: strong(own.same), category: categoryName(t, own.category).toLowerCase() }),
  };
  const of = !own ? 'rec.kin.say.own' : own.category === nearest.category ? 'rec.kin.say.same' : 'rec.kin.say.other';
  return {
    title,
    sentence: <Phrase of={of} values={values} />,
    more: <Missing />,
  };
}
