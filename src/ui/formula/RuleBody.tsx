import { mathNumber, mathTerms, toMathml, type MathNode } from '../../formula/index.ts';
import { ruleOf } from '../../optimizers/index.ts';
import { gradientAt, ruleLines, updateAt, type RuleLine, type Worked } from '../../optimizers/update.ts';
import { useStep } from '../../runs/lab.tsx';
import type { RunView } from '../../runs/runViews.ts';
import { useText } from '../useText.ts';
import { MathView } from './MathView.tsx';
import { Symbols } from './Symbols.tsx';
import { numberOf, symbolOf } from './symbols.ts';

const AXES = ['x', 'y'] as const;
const operator = (text: string): MathNode => ({ tag: 'mo', children: [text] });
const letter = (text: string): MathNode => ({ tag: 'mi', children: [text] });
const named = (name: string, node: MathNode): MathNode => ({ ...node, name });

/** ∂f/∂x; without an axis that of any coordinate. */
function slope(axis: string): MathNode {
  const part = (text: string): MathNode => ({ tag: 'mrow', children: [letter('∂'), letter(text)] });
  return named('g', { tag: 'mfrac', children: [part('f'), part(axis)] });
}

/** The rule of a run, line by line, with the numbers of the update that led to the step shown. */
export default function RuleBody({ run }: { run: RunView }) {
  const t = useText();
  const shown = useStep();
  const { record, spec } = run;
  const rule = ruleOf(spec.optimizer, spec.semantics);
  const step = Math.min(shown, record.count - 1);
  const worked = step > 0 ? updateAt(rule, spec.params, record, step, spec.disturbance) : null;
  const format = (value: number) => t.number(value);
  const symbol = symbolOf(rule);

  const result = (name: string, value: number) => [operator('='), ...mathNumber(format(value), name).nodes];
  const numbersOf = ({ expression, name }: RuleLine, { values, result: value }: Worked) => [
    ...mathTerms(expression, numberOf(values, format)).map((term, i) => (i === 0 ? [operator('='), term] : [term])),
    result(name, value),
  ];
  const added = spec.disturbance?.inject?.step === step ? spec.disturbance.inject.gradient : null;
  const gradient = ([0, 1] as const).map((axis) => {
    const value = gradientAt(record, step, axis, spec.disturbance);
    if (!added) return [result('g', value)];
    const own = mathNumber(format(gradientAt(record, step, axis)), 'g').nodes;
    const extra = mathNumber(format(Math.abs(added[axis]))).nodes;
    return [[operator('='), ...own], [operator(added[axis] < 0 ? '−' : '+'), ...extra], result('g', value)];
  });

  return (
    <>
      <p className="rule-when">
        {step === 0 ? t('rule.before') : t('rule.update', { step })}
        {shown > step && ` ${t('rule.ended', { step: step + 1 })}`}
      </p>
      <ol className="rule-lines">
        <li>
          <MathView nodes={[...symbol('g').nodes, operator('='), slope('x')]} />
          {step > 0 && <Rows rows={gradient} />}
        </li>
        {ruleLines(rule).map((line, i) => {
          const at = worked?.[i]?.at ?? [];
          return (
            <li key={i}>
              <MathView nodes={[...symbol(line.name).nodes, operator('←'), toMathml(line.expression, symbol)]} />
              <Rows rows={at.map((entry) => numbersOf(line, entry))} />
            </li>
          );
        })}
      </ol>
      <p className="rule-note">{t('rule.each')}</p>
      <Symbols run={run} rule={rule} step={step} />
    </>
  );
}

/** One row for x and one for y, or a single one; a row breaks between its pieces only. */
function Rows({ rows }: { rows: readonly (readonly (readonly MathNode[])[])[] }) {
  return rows.map((pieces, axis) => (
    <div key={axis} className="worked">
      <span className="axis">{rows.length > 1 ? AXES[axis] : ''}</span>
      <span>
        {pieces.map((nodes, i) => (
          <MathView key={i} nodes={nodes} />
        ))}
      </span>
    </div>
  ));
}
