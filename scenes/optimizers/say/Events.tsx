import { useMemo } from 'react';
import { eventsOf } from '../runs/events.ts';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { useSession, useStep } from '../../../src/runs/session.tsx';
import { restOn } from '../../../src/ui/commands.ts';
import { HeadShape } from '../HeadShape.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { eventInWords } from './eventInWords.ts';

/** Over the rim, left the map, diverged: each takes the clock to its step. What is still to come is faint. */
export function Events() {
  const t = useText();
  const session = useSession();
  const runs = useRuns();
  const state = lab.useState((s) => s);
  const now = useStep();
  const events = useMemo(
    () =>
      runs
        .flatMap((run) => eventsOf(run, state).map((event) => ({ ...event, ink: run.ink })))
        .sort((a, b) => a.step - b.step),
    [runs, state],
  );
  if (events.length === 0) return null;
  return (
    <ul className="events" aria-label={t('event.label')}>
      {events.map((event) => (
        <li
          key={`${event.runId} ${event.kind}`}
          className={event.step > now ? 'ahead' : undefined}
          data-outcome={event.step > now || undefined}
        >
          <button
            type="button"
            title={t('event.show', { step: event.step })}
            onClick={() => restOn(session, Math.min(event.step, state.steps))}
          >
            <HeadShape ink={event.ink} />
            <span>{eventInWords(t, event)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
