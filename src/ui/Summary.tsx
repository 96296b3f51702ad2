import { useEffect, useState } from 'react';
import { recordsOf, useSession } from '../runs/lab.tsx';
import { stepShown } from '../trace/jump.ts';
import { summaryOf } from './summary.ts';
import { useText } from './useText.ts';

/** Quiet this long before it speaks: a drag or a scrub is one event. */
const REST_MILLISECONDS = 600;

/** The scene in words for those who do not see the canvas: spoken at rest and when something changed, never per frame. */
export function Summary() {
  const t = useText();
  const { store, clock } = useSession();
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const { state } = store.get();
      setSpoken(summaryOf(t, state, recordsOf(state), stepShown(clock.t), clock.playing));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(say, REST_MILLISECONDS);
    };
    later();
    const endClock = clock.subscribe((event) => {
      if (event !== 'tick' && event !== 'step') later();
    });
    const endStore = store.subscribe(later);
    return () => {
      clearTimeout(timer);
      endClock();
      endStore();
    };
  }, [store, clock, t]);
  return (
    <div id="summary" className="visually-hidden" role="status" aria-label={t('summary.label')} data-summary="">
      {spoken}
    </div>
  );
}
