import { ruleOf } from '../../optimizers/index.ts';
import { useStep } from '../../runs/lab.tsx';
import type { RunView } from '../../runs/runViews.ts';
import { useText } from '../useText.ts';
import { MathView } from './MathView.tsx';
import { cardRows, type CardRow } from './rows.ts';
import { Symbols } from './Symbols.tsx';

const AXES = ['x', 'y'] as const;

/** The rule of a run, line by line, with the numbers of the update that led to the step shown. */
export default function RuleBody({ run }: { run: RunView }) {
  const t = useText();
  const shown = useStep();
  const { record, spec } = run;
  // A run that diverged keeps the numbers of its last update.
  const step = Math.min(shown, record.count - 1);
  return (
    <>
      <p className="rule-when">
        {step === 0 ? t('rule.before') : t('rule.update', { step })}
        {shown > step && ` ${t('rule.ended', { step: step + 1 })}`}
      </p>
      <ol className="rule-lines">
        {cardRows(run, step, (value) => t.number(value)).map((row, i) => (
          <Line key={i} row={row} />
        ))}
      </ol>
      <p className="rule-note">{t('rule.each')}</p>
      <Symbols run={run} rule={ruleOf(spec.optimizer, spec.semantics)} step={step} />
    </>
  );
}

function Line({ row: { line, worked } }: { row: CardRow }) {
  return (
    <li>
      <div className="rule-line">
        <MathView nodes={line} />
      </div>
      {worked.map((pieces, axis) => (
        <div key={axis} className="worked">
          <span className="axis">{worked.length > 1 ? AXES[axis] : ''}</span>
          <span>
            {pieces.map((nodes, i) => (
              <MathView key={i} nodes={nodes} />
            ))}
          </span>
        </div>
      ))}
    </li>
  );
}
