import type { MathNode } from '../../../src/formula/index.ts';
import { paramLabel } from '../../../src/i18n/index.ts';
import { disturbedLr } from '../../../src/optimizers/disturbance.ts';
import { isProcedure, type Method } from '../../../src/optimizers/index.ts';
import { gradientAt } from '../../../src/optimizers/update.ts';
import type { RunView } from '../runs/runViews.ts';
import { useLighting } from '../../../src/ui/useLighting.ts';
import { useText } from '../../../src/ui/useText.ts';
import { MathView } from './MathView.tsx';
import { symbolOf } from './symbols.ts';

/** What second-order methods tell of an update. */
type Told = 'shift' | 'share' | 'evaluations' | 'lambda' | 'accepted';

const STEP: MathNode = { tag: 'mi', children: ['Δx'] };

/** What the symbols stand for, each with what it is at update `step` (0: there is none): by keyboard and finger the way to light up slider and arrow. */
export function Symbols({ run, method, step }: { run: RunView; method: Method; step: number }) {
  const t = useText();
  const { record, spec } = run;
  const pair = (x: number, y: number) => `(${t.number(x, 3)}, ${t.number(y, 3)})`;
  const at = (column: Float64Array) => pair(column[2 * step] ?? NaN, column[2 * step + 1] ?? NaN);
  const moved = (axis: number) => (record.x[2 * step + axis] ?? NaN) - (record.x[2 * step - 2 + axis] ?? NaN);
  const lr = disturbedLr(spec.params['lr'] ?? NaN, spec.disturbance ?? {}, step);
  const rows = { from: Math.max(step - 1, 0), to: step };
  // As the lines above have it: the gradient that this update saw, the memory that it left.
  const gradient = (axis: 0 | 1) => gradientAt(record, Math.max(step, 1), axis, step > 0 ? spec.disturbance : {});
  const seen = pair(gradient(0), gradient(1));
  const entries: EntryProps[] = [
    ...Object.keys(method.params).map((name) => ({
      name,
      label: paramLabel(t.language, name),
      value: t.number(name === 'lr' ? lr : (spec.params[name] ?? NaN)),
    })),
    { name: 'g', label: t('rule.symbol.g', rows), value: seen },
    ...(isProcedure(method) ? [] : (method.state ?? [])).map((name) => ({
      name,
      label: t('rule.symbol.state', rows),
      value: at(record.state[name] ?? new Float64Array()),
    })),
    ...(step > 0 ? Object.entries(record.secondOrder?.told ?? {}) : []).map(([name, column]) => ({
      name,
      label: t(`rule.told.${name as Told}`),
      value: t.number(column[step] ?? NaN, 3),
    })),
    // The arrow of the step is what x stands for in the scene.
    step > 0
      ? { name: 'x', mark: STEP, label: t('rule.symbol.step'), value: pair(moved(0), moved(1)) }
      : { name: 'x', label: t('rule.symbol.x'), value: at(record.x) },
  ];
  return (
    <ul className="symbols" aria-label={t('rule.symbols')}>
      {entries.map(({ name, mark = symbolOf(method)(name).nodes[0], label, value }: EntryProps) => (
        <li key={name}>
          <Entry name={name} mark={mark} label={label} value={value} />
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** How it is written; by default the symbol of its name. */
  readonly mark?: MathNode | undefined;
}

function Entry({ name, label, value, mark }: EntryProps) {
  const { lit, handlers } = useLighting({ kind: 'symbol', name });
  return (
    <button type="button" className={lit ? 'symbol-entry lit' : 'symbol-entry'} {...handlers}>
      <span className="symbol-mark">{mark && <MathView nodes={[mark]} />}</span>
      <span>{label}</span>
      <span className="symbol-value">{value}</span>
    </button>
  );
}
