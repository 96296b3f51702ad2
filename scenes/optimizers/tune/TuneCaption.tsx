import type { Tuned } from '../../../src/jobs/tuning/tune.ts';
import { optimizerOf } from '../../../src/optimizers/index.ts';
import type { Ink } from '../../../src/state/ink.ts';
import { textWidth } from '../../../src/ui/export/textWidth.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { HeadShape } from '../HeadShape.tsx';
import { theoryText } from './say.ts';

interface Props {
  /** Lowest first. */
  readonly ranked: readonly Tuned[];
  readonly inkOf: (id: string) => Ink;
  readonly onAdopt: (tuned: Tuned) => void;
}

/** How wide the caption's two parts are. */
export function captionWidths(t: Words, count: number): readonly [number, number] {
  return [count * (textWidth('Momentum η = 0.8888 f = 8.88×10⁻¹⁸', '13px') + 58), textWidth(t('tune.hint'), '13px')];
}

/** Each optimizer's best, in the order of what they come to; a click makes it the optimizer's learning rate. */
export function TuneCaption({ ranked, inkOf, onAdopt }: Props) {
  const t = useText();
  return (
    <figcaption className="heat-caption">
      {ranked.map((tuned) => {
        const { id, best, decades } = tuned;
        const { name } = optimizerOf(id);
        if (!best)
          return (
            <span key={id} className="heat-key">
              <HeadShape ink={inkOf(id)} />
              {t('tune.none', { optimizer: name })}
            </span>
          );
        const lr = t.number(best.run.params['lr']!, 4);
        const wide = decades === null ? '' : t('tune.decades', { decades: t.fixed(decades, 1) });
        return (
          <button
            key={id}
            type="button"
            className="text-button heat-key tune-best"
            title={[t('tune.adopt', { optimizer: name, lr }), wide, theoryText(t, best)].filter(Boolean).join(' ')}
            onClick={() => onAdopt(tuned)}
          >
            <HeadShape ink={inkOf(id)} />
            {name} η = {lr} <strong>f = {t.number(best.loss, 3)}</strong>
          </button>
        );
      })}{' '}
      <span>{t('tune.hint')}</span>
    </figcaption>
  );
}
