import { useStep } from '../../../src/runs/session.tsx';
import type { RunView } from '../runs/runViews.ts';
import { useText } from '../../../src/ui/useText.ts';
import { glyphPath, isHollow } from '../../../src/ui/chart/glyph.ts';
import { LINE } from './layout.ts';
import { textWidth } from '../../../src/ui/export/textWidth.ts';

interface PlanTitleProps {
  readonly run: RunView;
  readonly colour: string;
  /** The learning rate gets a line of its own. */
  readonly narrow: boolean;
}

/** What became of a run by `step`, for the line below its title. */
function useFate({ record }: RunView): string | null {
  const t = useText();
  const step = useStep();
  if (record.divergedAt !== null && step >= record.divergedAt) return t('flat.diverged', { step: record.divergedAt });
  if (record.leftAt !== null && step >= record.leftAt) return t('flat.left', { step: record.leftAt });
  return null;
}

const AFTER_SIGN = 18;
const BEFORE_LR = 8;

function lrInWords({ spec }: RunView, show: (value: number, digits?: number) => string): string {
  const lr = spec.params['lr'];
  return lr === undefined ? '' : `lr = ${show(lr, 3)}`;
}

/** How wide a title is on one line, CSS pixels. */
export function titleWidth(run: RunView, show: (value: number, digits?: number) => string): number {
  return AFTER_SIGN + textWidth(run.name, '600 14px') + BEFORE_LR + textWidth(lrInWords(run, show), '13px');
}

/** The optimizer's name with its head's sign and its learning rate; below it what became of it, once it has happened. */
export function PlanTitle({ run, colour, narrow }: PlanTitleProps) {
  const t = useText();
  const fate = useFate(run);
  const sign = isHollow(run.ink.shape) ? 'plan-head plan-head-hollow' : 'plan-head';
  return (
    <g>
      <path className={sign} color={colour} transform="translate(6 -5)" d={glyphPath(run.ink.shape, 5)} />
      <text className="plan-title" x={AFTER_SIGN}>
        {run.name}
        <tspan className="plan-lr" {...(narrow ? { x: AFTER_SIGN, dy: LINE } : { dx: BEFORE_LR })}>
          {lrInWords(run, t.number)}
        </tspan>
      </text>
      {fate !== null && (
        <text className="plan-fate" data-part="fate" x={narrow ? 0 : AFTER_SIGN} y={narrow ? 2 * LINE : LINE}>
          {fate}
        </text>
      )}
    </g>
  );
}
