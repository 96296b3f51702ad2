import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useSession, useStep, useSteps } from '../../runs/session.tsx';
import { neighbourOf, restOn, stepBy } from '../commands.ts';
import { useText } from '../useText.ts';

/** More ticks than this would only be a grey bar. */
const MAX_TICKS = 60;

/**
 * The run as a native range input. While it plays the clock moves the thumb through a ref, without a render;
 * a visitor's hand moves it from iterate to iterate.
 */
export function Scrub() {
  const t = useText();
  const session = useSession();
  const { clock } = session;
  const steps = useSteps();
  const step = useStep();
  const ref = useRef<HTMLInputElement>(null);
  const held = useRef(false);

  useEffect(() => {
    const paint = () => {
      const input = ref.current;
      if (!input) return;
      // Not by valueAsNumber: React hears only of `value`, and would take a visitor's first jump back to what it last saw for no change.
      input.value = String(clock.t);
      input.style.setProperty('--fill', String(steps > 0 ? clock.t / steps : 0));
    };
    paint();
    return clock.subscribe(paint);
  }, [clock, steps]);

  const onChange = (value: number) => {
    let next = Math.round(value);
    // Assistive technology nudges by a hundredth of the range, which may be less than a step.
    if (!held.current && next === Math.round(clock.t) && value !== clock.t) {
      next = neighbourOf(clock.t, value > clock.t ? 1 : -1);
    }
    restOn(session, next);
    if (ref.current) ref.current.value = String(clock.t);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    const page = { PageUp: 1, PageDown: -1 }[event.key];
    if (direction !== undefined) stepBy(session, direction);
    else if (page !== undefined) restOn(session, Math.round(clock.t + page * Math.max(1, steps / 10)));
    else if (event.key === 'Home') restOn(session, 0);
    else if (event.key === 'End') restOn(session, steps);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={ref}
      className={steps <= MAX_TICKS ? 'slider scrub ticks' : 'slider scrub'}
      type="range"
      min={0}
      max={steps}
      step="any"
      defaultValue={clock.t}
      aria-label={t('transport.scrub')}
      aria-valuetext={t('transport.position', { step, steps })}
      style={{ '--steps': steps } as React.CSSProperties}
      onPointerDown={() => {
        held.current = true;
      }}
      onPointerUp={() => {
        held.current = false;
      }}
      onPointerCancel={() => {
        held.current = false;
      }}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
