import { Fragment } from 'react';
import { isProcedure, methodOf } from '../../../src/optimizers/index.ts';
import { noStepOf } from '../../../src/optimizers/record.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { RunView } from '../runs/runViews.ts';
import { shownUpdateOf } from '../runs/shownUpdate.ts';
import { useText } from '../../../src/ui/useText.ts';
import { MathView } from './MathView.tsx';
import type { CardRow } from './cardRow.ts';
import { cardRows, opensSummand } from './rows.ts';
import { Symbols } from './Symbols.tsx';
import { useFittedLines } from './useFittedLines.ts';
import '../words/later.ts';

const AXES = ['x', 'y'] as const;

/** The rule of a run, line by line, with the numbers of the update that the arrows show: the one that leaves the step shown. */
export default function RuleBody({ run }: { run: RunView }) {
  const t = useText();
  const shown = useStep();
  const lines = useFittedLines<HTMLOListElement>();
  const { record, spec } = run;
  const update = shownUpdateOf(record, shown);
  const step = update?.step ?? 0;
  const { divergedAt } = record;
  const method = methodOf(spec.optimizer, spec.semantics);
  const noStep = noStepOf(record);
  return (
    <>
      <p className="rule-when">
        {update ? t(`rule.${update.which}`, { from: step - 1, to: step }) : t('rule.none')}
        {update?.which !== 'next' && divergedAt !== null && ` ${t('rule.ended', { step: divergedAt })}`}
        {update?.which !== 'next' && noStep && ` ${t(`rule.stopped.${noStep}`)}`}
      </p>
      <ol ref={lines} className="rule-lines">
        {cardRows(run, step, (value) => t.number(value)).map((row, i) => (
          <Line key={i} row={row} />
        ))}
      </ol>
      <p className="rule-note">{t(isProcedure(method) ? 'rule.together' : 'rule.each')}</p>
      <Symbols run={run} method={method} step={step} />
    </>
  );
}

/** Lines break where the rule says and not where the digits of the moment do: before the result, and before each summand of a long one. */
function breaksBefore(pieces: CardRow['worked'][number], i: number): boolean {
  if (i === 0) return false;
  return i === pieces.length - 1 || (pieces.length > 4 && opensSummand(pieces[i] ?? []));
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
              <Fragment key={i}>
                {breaksBefore(pieces, i) && <i className="line-break" />}
                <MathView nodes={nodes} />
              </Fragment>
            ))}
          </span>
        </div>
      ))}
    </li>
  );
}
