import { axisValues, type Axis } from '../../tuning/axis.ts';
import { ruleParams, settingIn, specsFor, type Varied } from './vary.ts';

/** Beside a learning rate they are worth no axis by themselves. */
const GUARDS: ReadonlySet<string> = new Set(['lr', 'eps', 'weight_decay', 'adam_lr']);

/** What a map varies where nobody says: the learning rate, and what the rule remembers by; of a rule that does not, the width of the net. */
export function trainingNames(run: Varied): readonly [x: string, y: string] {
  const rule = Object.keys(ruleParams(run));
  const [first] = rule.filter((name) => !GUARDS.has(name));
  // A linear model has no width.
  const other = run.network.hidden.length > 0 ? 'width' : 'batch';
  return rule.includes('lr') ? ['lr', first ?? other] : [first ?? 'depth', other];
}

interface Layout {
  /** A learning rate that suits the training, which the axis is laid about. */
  readonly rate: number;
  /** Of the data. */
  readonly samples: number;
  /** Values at most: of whole ones there may be fewer. */
  readonly count: number;
  readonly digits?: number;
}

/** An axis that is worth looking at: of the learning rate three decades about one that suits, of anything else the range of its slider, which a rate has that is not above 0. */
export function trainingAxis(run: Varied, name: string, { rate, samples, ...rest }: Layout): Axis {
  const { min, max, scale, integer, default: usual } = specsFor(run)[name]!;
  const suits = [rate, usual].find((value) => value > 0);
  if (name === 'lr' && suits !== undefined) {
    const round = (value: number) => Number(value.toPrecision(1));
    return { name, from: round(suits / 30), to: round(30 * suits), scale: 'log', ...rest };
  }
  if (settingIn(run, name) === 'batch') {
    return wholeAxis({ name, from: 1, to: Math.max(samples, 2), scale, integer: true, ...rest });
  }
  // A decay's last steps to 1 are one cell of an even axis.
  const to = scale === 'linear' && max < 1 && max > 0.99 && usual <= 0.99 ? 0.99 : max;
  const axis: Axis = { name, from: min, to, scale, ...rest };
  return integer ? wholeAxis({ ...axis, integer }) : axis;
}

/** With no more cells than it has values, at least 2. */
const wholeAxis = (axis: Axis): Axis => ({ ...axis, count: Math.max(new Set(axisValues(axis)).size, 2) });
