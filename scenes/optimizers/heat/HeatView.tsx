import { useMemo } from 'react';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { placeOf } from '../book/placeOf.ts';
import { useBookLayout } from '../book/useBookLayout.ts';
import { useLab } from '../panel/useNumber.ts';
import { lab } from '../model.ts';
import { useCrewed } from '../runs/useCrewed.ts';
import { computeHeat } from './compute.ts';
import { captionWidths } from '../../../src/scene/heat/HeatCaption.tsx';
import { captionWords } from './say.ts';
import { HeatFigure } from './HeatFigure.tsx';
import { heatPlanOf } from './plan.ts';
import '../book/book.css';
import '../words/later.ts';

/** While presenting; as the book's figure. */
const PRESENTING = 1.35;

/** What two parameters of the selected optimizer come to, cell by cell. */
export function HeatView() {
  const now = useLab();
  const t = useText();
  const plan = useMemo(() => heatPlanOf(now), [now]);
  const { heat } = lab.useSession().own;
  const [{ value, waiting, part, problem }, retry] = useCrewed(heat, plan?.spec ?? null, computeHeat);
  const scale = now.state.presenting ? PRESENTING : 1;
  const [ref, layout] = useBookLayout(
    {
      captionWidths: captionWidths(captionWords(t, 'loss', true)),
      count: 2,
      aspect: 1,
      titleWidth: Infinity,
      eventful: true,
    },
    scale,
  );
  // Its cells are picked by their places: other axes are another figure.
  const axes = value ? `${value.spec.x.name} ${value.spec.y.name}` : '';
  return (
    <div className="book-stage" ref={ref}>
      {plan === null && <Notice text={t('heat.none')} />}
      {layout && plan && value && value.spec.run.optimizer === plan.now.optimizer && (
        <figure className="book-figure" data-view="heat" style={placeOf(layout.room, scale)}>
          <HeatFigure key={axes} {...{ plan, look: value, layout, scale }} />
        </figure>
      )}
      {problem && <Notice text={t('heat.failed')} failed onRetry={retry} />}
      {waiting && !value && <Notice text={t('heat.waiting')} part={part} />}
    </div>
  );
}
