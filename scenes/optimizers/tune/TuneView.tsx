import { useMemo } from 'react';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { useMedia } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { placeOf } from '../book/placeOf.ts';
import { useBookLayout } from '../book/useBookLayout.ts';
import { lab } from '../model.ts';
import { useCrewed } from '../runs/useCrewed.ts';
import { computeTune } from './look.ts';
import { tuneSpecOf } from './spec.ts';
import { captionWidths } from './TuneCaption.tsx';
import { TuneFigure } from './TuneFigure.tsx';
import '../book/book.css';
import '../words/later.ts';
import '../../../src/scene/heat/heat.css';
import './tune.css';

/** While presenting; as the book's figure. */
const PRESENTING = 1.35;

/** The optimizers that run, tuned alike: what each learning rate comes to. */
export function TuneView() {
  const state = lab.useState((s) => s);
  const t = useText();
  const { tune } = lab.useSession().own;
  const spec = useMemo(() => tuneSpecOf(state), [state]);
  const [{ value, waiting, part, problem }, retry] = useCrewed(tune, spec, computeTune);
  const scale = state.presenting ? PRESENTING : 1;
  const finger = useMedia('(pointer: coarse)');
  const count = spec?.optimizers.length ?? 1;
  const [ref, layout] = useBookLayout(
    {
      ...{ captionWidths: captionWidths(t, count), captionLine: finger ? 44 : 30 },
      ...{ count: 1, aspect: 1.5, titleWidth: 0, eventful: false },
    },
    scale,
  );
  return (
    <div className="book-stage" ref={ref}>
      {spec === null && <Notice text={t('tune.nobody')} />}
      {layout && spec && value && (
        <figure className="book-figure" data-view="tune" style={placeOf(layout.room, scale)}>
          <TuneFigure look={value} layout={layout} scale={scale} />
        </figure>
      )}
      {problem && <Notice text={t('tune.failed')} failed onRetry={retry} />}
      {waiting && !value && <Notice text={t('tune.waiting')} part={part} />}
    </div>
  );
}
