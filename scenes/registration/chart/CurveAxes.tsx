import { yOf, type ChartFrame } from '../../../src/ui/chart/frame.ts';
import { StepAxes } from '../../../src/ui/chart/StepAxes.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { heightIn, type Curves } from './curves.ts';

/** Name, values and steps; and the line of success, where there is one. */
export function CurveAxes({ curves, frame }: { readonly curves: Curves; readonly frame: ChartFrame }) {
  const t = useText();
  const { unit, success, which } = curves;
  const yOfValue = (value: number) => yOf(frame, heightIn(curves, value));
  const near = success === null ? NaN : yOfValue(success);
  const ticks = curves.ticks.map((value) => ({
    ...{ key: value, at: heightIn(curves, value) },
    // The line of success has its own number there.
    text: Math.abs(yOfValue(value) - near) < 12 ? '' : t.number(value, 3) + unit,
  }));
  // Beside the axis' own: at the line the curves would run through it.
  const name = (
    <>
      {t(`reg.curve.${which}.axis`)}
      {success !== null && (
        <tspan className="chart-success-name" dx="12">
          ┄ {t('reg.success', { limit: t.number(success, 2) + unit })}
        </tspan>
      )}
    </>
  );
  return (
    <StepAxes frame={frame} name={name} ticks={ticks}>
      {success !== null && (
        <g className="chart-success" transform={`translate(0 ${near})`}>
          <line x1={frame.left} x2={frame.right} />
          <text x={frame.left - 6} dy="0.35em" textAnchor="end">
            {t.number(success, 2)}
            {unit}
          </text>
        </g>
      )}
    </StepAxes>
  );
}
