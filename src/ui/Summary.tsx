import { useEffect, useState } from 'react';
import { useSession } from '../runs/session.tsx';
import { useText, type Words } from './useText.ts';

/** Quiet this long before it speaks: a drag or a scrub is one event. */
const REST_MILLISECONDS = 600;

interface Props {
  /** The scene as it is now; one and the same function for one and the same scene. */
  readonly describe: (t: Words) => string;
  /** Another text with everything that is to be spoken of and neither clock nor store tells. */
  readonly of?: string;
}

/** The scene in words for those who do not see the canvas: spoken at rest and when something changed, never per frame. */
export function Summary({ describe, of }: Props) {
  const t = useText();
  const { store, clock, quiz } = useSession();
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setSpoken(describe(t)), REST_MILLISECONDS);
    };
    later();
    const endClock = clock.subscribe((event) => {
      if (event !== 'tick' && event !== 'step') later();
    });
    const ends = [store.subscribe(later), quiz.subscribe(later)];
    return () => {
      clearTimeout(timer);
      endClock();
      ends.forEach((end) => end());
    };
  }, [store, clock, quiz, t, describe, of]);
  return (
    <div id="summary" className="visually-hidden" role="status" aria-label={t('summary.label')} data-summary="">
      {spoken}
    </div>
  );
}
