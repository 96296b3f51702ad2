import type { TextKey } from '../../../src/i18n/index.ts';
import { joined, number, phrase, type Part, type Said } from '../../../src/ui/say/said.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import { acrossAt, hasRate, lookAt, type Look } from './look.ts';

const STRAIGHT = 3;

/** What to look at now in one sentence, each number with its name in the look at the iterate that the head rests on. */
export function sentenceOf(t: Words, run: RunView, state: LabState, step: number): Said {
  const look = lookOf(run, state, step);
  const said = (what: string, value: number, shown: string): Part => number(value, shown, { of: run.id, what });
  const digits = (what: string, value: number, most = 4) => said(what, value, t.number(value, most));
  const degrees = (what: string, value: number) => said(what, value, `${t.fixed(value, 0)}°`);
  const say = (key: TextKey, values: Readonly<Record<string, Part>>) =>
    phrase(t.language, key, { optimizer: run.name, ...values });
  switch (look.kind) {
    case 'stopped':
      return say(hasRate(run.spec) ? 'say.stopped' : 'say.stopped.rateless', {
        step: said('step', look.step, String(look.step)),
      });
    case 'singular':
    case 'residuals':
    case 'least':
      return say(`say.${look.kind}`, { step: said('step', look.step, String(look.step)) });
    case 'growing':
      return say('say.growing', { factor: digits('factor', look.factor, 3), lr: digits('lr', look.lr) });
    case 'rising':
      return say('say.rising', { before: digits('before', look.before, 3), f: digits('f', look.f, 3) });
    case 'arrived':
      return say('say.arrived', { distance: digits('distance', look.distance, 2) });
    case 'still':
      return say('say.still', { f: digits('f', look.f) });
    case 'value':
      // Whether somebody's own surface has a bottom nobody knows.
      return say(state.surface.id === null ? 'say.value.own' : 'say.value', {
        f: digits('f', look.f),
        slope: digits('slope', look.slope, 3),
      });
    case 'angle': {
      const angle = degrees('angle', look.angle);
      const { stepAngle } = look;
      const apart = stepAngle !== null && Math.round(stepAngle) !== Math.round(look.angle);
      return joined(
        [
          valleyOf(state) ? say('say.valley', { steep: 'y', gentle: 'x' }) : [],
          apart
            ? say('say.angle.step', { angle, stepAngle: degrees('stepAngle', stepAngle) })
            : say(look.angle < STRAIGHT ? 'say.angle.straight' : 'say.angle', { angle }),
          acrossSaid(t, run, step),
        ],
        t('sentence.gap'),
      );
    }
  }
}

/** That the next step (at the end, the last one) is too long for the valley, where it is: it lands on the other side. */
function acrossSaid(t: Words, run: RunView, step: number): Said {
  const across = acrossAt(run, step);
  if (!across) return [];
  const digits = (what: 'from' | 'to') => number(across[what], t.number(across[what], 3), { of: run.id, what });
  const key = across.which === 'last' ? 'say.across.last' : across.plain ? 'say.across.plain' : 'say.across';
  return phrase(t.language, key, { axis: across.axis, from: digits('from'), to: digits('to') });
}

export function lookOf(run: RunView, state: LabState, step: number): Look {
  const [x0, x1, y0, y1] = state.surface.domain;
  return lookAt(run, step, state.surface.minima, Math.min(x1 - x0, y1 - y0));
}

/** The book's dish is stretched along x: x²/anisotropy + y². */
function valleyOf({ surface }: LabState): boolean {
  return surface.id === 'bowl' && (surface.params['anisotropy'] ?? 1) >= 2;
}
