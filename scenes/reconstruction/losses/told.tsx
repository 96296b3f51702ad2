import type { ReactNode } from 'react';
import { useStep } from '../../../src/runs/session.tsx';
import { Phrase } from '../../../src/ui/Phrase.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText } from '../../../src/ui/useText.ts';
import { figureAt } from './figures.ts';
import { model } from '../model.ts';

/** What to look at in the view `losses`. */
export function useLossesTold(): Told {
  const t = useText();
  const { value: means } = model.useResult('means');
  const step = useStep();
  if (!means) return { title: t('rec.losses.title'), sentence: t('rec.losses.waiting'), more: null };
  const { toy } = means.spec;
  const row = Math.min(step, means.steps);
  const percent = (loss: 'chamfer' | 'emd'): ReactNode => (
    <strong className="live">{t.fixed(100 * figureAt(means, loss, row), 0)} %</strong>
  );
  const ended = row >= means.steps;
  return {
    title: t('rec.losses.title'),
    sentence: (
      <Phrase
        of={row === 0 ? 'rec.losses.say.start' : `rec.losses.say.${toy}${ended ? '.end' : ''}`}
        values={{ chamfer: percent('chamfer'), emd: percent('emd') }}
      />
    ),
    more: null,
  };
}
