import { useId, useState } from 'react';
import { useLabState, useRuns, useStep } from '../runs/lab.tsx';
import type { LinkNotice } from '../state/url.ts';
import { Icon } from './controls/Icon.tsx';
import { Events } from './say/Events.tsx';
import { Notices } from './say/Notices.tsx';
import { Sentence, Title } from './say/Sentence.tsx';
import { useText } from './useText.ts';

/** The card at the left: the question, one sentence of what to look at now, what happened. It folds to its title. */
export function Say({ notices }: { notices: readonly LinkNotice[] }) {
  const t = useText();
  const bodyId = useId();
  const [folded, setFolded] = useState(false);
  const state = useLabState((s) => s);
  const step = useStep();
  const run = useRuns().find(({ id }) => id === state.selected);
  return (
    <section className="card say" data-panel="say" aria-label={t('say.label')}>
      <Notices notices={notices} />
      <h2>
        <button
          type="button"
          aria-expanded={!folded}
          aria-controls={bodyId}
          title={t(folded ? 'say.unfold' : 'say.fold')}
          onClick={() => setFolded(!folded)}
        >
          <span>{run ? <Title run={run} state={state} step={step} /> : t('say.title.none')}</span>
          <Icon name="chevron" />
        </button>
      </h2>
      <div id={bodyId} className="say-body" hidden={folded}>
        <p>{run ? <Sentence run={run} state={state} step={step} /> : t('say.none')}</p>
        <Events />
      </div>
    </section>
  );
}
