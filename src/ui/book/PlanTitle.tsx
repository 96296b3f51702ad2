import { useStep } from '../../runs/lab.tsx';
import type { RunView } from '../../runs/runViews.ts';
import { useText } from '../useText.ts';
import { glyphPath, isHollow } from './glyph.ts';
import { LINE } from './layout.ts';

interface PlanTitleProps {
  readonly run: RunView;
  readonly colour: string;
  /** The learning rate gets a line of its own. */
  readonly narrow: boolean;
}

/** What became of a run by `step`, for the line below its title. */
export function useFate({ record }: RunView): string | null {
  const t = useText();
  const step = useStep();
  if (record.divergedAt !== null && step >= record.divergedAt) return t('flat.diverged', { step: record.divergedAt });
  if (record.leftAt !== null && step >= record.leftAt) return t('flat.left', { step: record.leftAt });
  return null;
}

/** The optimizer's name with its head's sign and its learning rate; below it what became of it, once it has happened. */
export function PlanTitle({ run, colour, narrow }: PlanTitleProps) {
  const t = useText();
  const fate = useFate(run);
  const lr = run.spec.params['lr'];
  const sign = isHollow(run.ink.shape) ? 'plan-head plan-head-hollow' : 'plan-head';
  return (
    <g>
      <path className={sign} color={colour} transform="translate(6 -5)" d={glyphPath(run.ink.shape, 5)} />
      <text className="plan-title" x={18}>
        {run.name}
        {lr !== undefined && (
          <tspan className="plan-lr" {...(narrow ? { x: 18, dy: LINE } : { dx: 8 })}>
            lr = {t.number(lr)}
          </tspan>
        )}
      </text>
      {fate !== null && (
        <text className="plan-fate" data-part="fate" x={narrow ? 0 : 18} y={narrow ? 2 * LINE : LINE}>
          {fate}
        </text>
      )}
    </g>
  );
}
