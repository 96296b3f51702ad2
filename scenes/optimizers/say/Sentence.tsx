import type { ReactNode } from 'react';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import { Phrase } from '../../../src/ui/Phrase.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { acrossAt, lookAt, zigzags, type Look } from './look.ts';

const STRAIGHT = 3;

/** What to look at now in one sentence, its number computed from the iterate that the head rests on. */
export function Sentence({ run, state, step }: { run: RunView; state: LabState; step: number }) {
  const t = useText();
  const look = lookOf(run, state, step);
  const optimizer = run.name;
  const strong = (shown: string): ReactNode => <strong className="live">{shown}</strong>;
  const degrees = (angle: number) => strong(`${t.fixed(angle, 0)}°`);
  switch (look.kind) {
    case 'stopped':
      return <Phrase of="say.stopped" values={{ optimizer, step: strong(String(look.step)) }} />;
    case 'growing':
      return (
        <Phrase of="say.growing" values={{ factor: strong(t.number(look.factor, 3)), lr: strong(t.number(look.lr)) }} />
      );
    case 'rising':
      return (
        <Phrase
          of="say.rising"
          values={{ optimizer, before: strong(t.number(look.before, 3)), f: strong(t.number(look.f, 3)) }}
        />
      );
    case 'arrived':
      return <Phrase of="say.arrived" values={{ optimizer, distance: strong(t.number(look.distance, 2)) }} />;
    case 'still':
      return <Phrase of="say.still" values={{ optimizer, f: strong(t.number(look.f, 4)) }} />;
    case 'value':
      return (
        <Phrase
          // Whether somebody's own surface has a bottom nobody knows.
          of={state.surface.id === null ? 'say.value.own' : 'say.value'}
          values={{ optimizer, f: strong(t.number(look.f, 4)), slope: strong(t.number(look.slope, 3)) }}
        />
      );
    case 'angle':
      return (
        <>
          {valleyOf(state) && t('say.valley', { steep: 'y', gentle: 'x' }) + t('sentence.gap')}
          {look.stepAngle !== null && Math.round(look.stepAngle) !== Math.round(look.angle) ? (
            <Phrase
              of="say.angle.step"
              values={{ optimizer, angle: degrees(look.angle), stepAngle: degrees(look.stepAngle) }}
            />
          ) : (
            <Phrase
              of={look.angle < STRAIGHT ? 'say.angle.straight' : 'say.angle'}
              values={{ angle: degrees(look.angle) }}
            />
          )}
          <Across run={run} step={step} />
        </>
      );
  }
}

/** That the next step (at the end, the last one) is too long for the valley, where it is: it lands on the other side. */
function Across({ run, step }: { run: RunView; step: number }) {
  const t = useText();
  const across = acrossAt(run, step);
  if (!across) return null;
  const strong = (value: number) => <strong className="live">{t.number(value, 3)}</strong>;
  return (
    <>
      {t('sentence.gap')}
      <Phrase
        of={across.which === 'last' ? 'say.across.last' : across.plain ? 'say.across.plain' : 'say.across'}
        values={{ axis: across.axis, from: strong(across.from), to: strong(across.to) }}
      />
    </>
  );
}

/** The question over the sentence. */
export function Title({ run, state, step }: { run: RunView; state: LabState; step: number }) {
  const t = useText();
  const { kind } = lookOf(run, state, step);
  const descends = kind === 'value' || state.surface.minima.length === 0;
  const gone = kind === 'growing' || kind === 'stopped';
  const key = gone
    ? 'say.title.gone'
    : descends
      ? 'say.title.descent'
      : zigzags(run.record)
        ? 'say.title.zigzag'
        : 'say.title.heading';
  return <>{t(key, { optimizer: run.name })}</>;
}

function lookOf(run: RunView, state: LabState, step: number): Look {
  const [x0, x1, y0, y1] = state.surface.domain;
  return lookAt(run, step, state.surface.minima, Math.min(x1 - x0, y1 - y0));
}

/** The book's dish is stretched along x: x²/anisotropy + y². */
function valleyOf({ surface }: LabState): boolean {
  return surface.id === 'bowl' && (surface.params['anisotropy'] ?? 1) >= 2;
}
