import { LR_SPAN, type Trial, type Tuned } from '../../../src/jobs/tuning/tune.ts';
import { heightOn, logAxisFor, type LogAxis } from '../../../src/ui/chart/logAxis.ts';

/** A trial where it stands. */
export interface Dot {
  readonly id: string;
  readonly trial: Trial;
  readonly x: number;
  readonly y: number;
}

export interface TuneCurve {
  readonly id: string;
  readonly dots: readonly Dot[];
  /** SVG path data through those that came to an end. */
  readonly line: string;
  readonly best: Dot | null;
}

export interface TuneChart {
  readonly axis: LogAxis;
  readonly curves: readonly TuneCurve[];
}

/** Where a learning rate stands on an axis of so many pixels. */
export function rateAt(lr: number, width: number): number {
  const [from, to] = LR_SPAN;
  return (width * Math.log(lr / from)) / Math.log(to / from);
}

/** f − floor at the end by lr, both by powers of ten, y downwards; what diverged stands at the head. */
export function tuneChart(tuned: readonly Tuned[], floor: number, width: number, height: number): TuneChart {
  const above = ({ loss }: Trial) => loss - floor;
  const starts = tuned.flatMap(({ trials }) => trials.slice(0, 1).map(({ first }) => first - floor));
  const axis = logAxisFor([starts, ...tuned.map(({ trials }) => [starts[0] ?? 1, ...trials.map(above)])]);
  const curves = tuned.map(({ id, trials, best }): TuneCurve => {
    const dots = trials.map((trial): Dot => {
      const y = Number.isNaN(trial.loss) ? 0 : height * (1 - heightOn(axis, above(trial)));
      return { id, trial, x: rateAt(trial.run.params['lr']!, width), y };
    });
    return { id, dots, line: lineOf(dots), best: dots.find(({ trial }) => trial === best) ?? null };
  });
  return { axis, curves };
}

function lineOf(dots: readonly Dot[]): string {
  const px = (value: number) => Math.round(10 * value) / 10;
  let [line, joined] = ['', false];
  for (const { trial, x, y } of dots) {
    const there = !Number.isNaN(trial.loss);
    if (there) line += `${joined ? 'L' : 'M'}${px(x)} ${px(y)}`;
    joined = there;
  }
  return line;
}

/** The trial nearest to a place, within reach; null: none is. */
export function nearestDot(curves: readonly TuneCurve[], x: number, y: number, reach: number): Dot | null {
  let [nearest, least]: [Dot | null, number] = [null, reach];
  for (const dot of curves.flatMap(({ dots }) => dots)) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance <= least) [nearest, least] = [dot, distance];
  }
  return nearest;
}
