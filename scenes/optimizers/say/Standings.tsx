import { Fragment, useMemo } from 'react';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { RunView } from '../runs/runViews.ts';
import { standingOf } from '../runs/standing.ts';
import { Phrase } from '../../../src/ui/Phrase.tsx';
import { joint } from '../../../src/i18n/joints.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Word } from '../../../src/ui/Word.tsx';

/** Which of the runs is lowest at the step shown, and which was the first below a line. */
export function Standings() {
  const t = useText();
  const runs = useRuns();
  const state = lab.useState((s) => s);
  const step = useStep();
  const standing = useMemo(() => standingOf(runs, state, step), [runs, state, step]);
  if (!standing) return null;
  const { lowest, above, level, first, firstStep } = standing;
  const and = t('say.and');
  const strong = (shown: string) => <strong className="live">{shown}</strong>;
  const names = (of: readonly RunView[]) =>
    of.length === runs.length
      ? t('say.all')
      : of.map((run, i) => (
          <Fragment key={run.id}>
            {i > 0 && joint(of[i - 1]?.name.at(-1), and[0]) + and + joint(and.at(-1), run.name[0])}
            <Word name={run.id} what={{ kind: 'run', id: run.id }}>
              {run.name}
            </Word>
          </Fragment>
        ));
  return (
    <p className="standing">
      <Phrase of="say.lowest" values={{ optimizer: names(lowest), f: strong(t.number(above, 2)) }} />
      {t('sentence.gap')}
      {first.length > 0 ? (
        <Phrase
          of="say.first"
          values={{ optimizer: names(first), level: t.number(level, 4), step: strong(String(firstStep)) }}
        />
      ) : (
        t('say.first.none', { level: t.number(level, 4) })
      )}
    </p>
  );
}
