import { useCallback, useId, useMemo } from 'react';
import { useSize } from '../../ui/useSize.ts';
import { EndNames } from '../../ui/chart/EndNames.tsx';
import { chartFrame, stepTicks, xOf, yOf, type ChartFrame } from '../../ui/chart/frame.ts';
import { decadeTicks, heightOn, logAxisFor, type LogAxis } from '../../ui/chart/logAxis.ts';
import { powerOfTen } from '../../ui/chart/powers.ts';
import { StepChart } from '../../ui/chart/StepChart.tsx';
import type { StepLine } from '../../ui/chart/stepLine.ts';
import { StepLines } from '../../ui/chart/StepLines.tsx';
import { StepNow } from '../../ui/chart/StepNow.tsx';
import { useText } from '../../ui/useText.ts';

interface Props {
  /** The same objects as long as nothing of them changes. */
  readonly lines: readonly StepLine[];
  /** What they are called. */
  readonly names: readonly string[];
  readonly steps: number;
  /** Over the axis. */
  readonly axis: string;
  /** What it shows, for a screen reader. */
  readonly label: string;
  readonly stepText: (step: number) => string;
}

/** Numbers above 0 by step, on a logarithmic axis, on the scene's own clock. Below and above the axis a value stands on its ends; NaN ends a line. */
export function LogChart(props: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  return (
    <div className="chart" ref={ref}>
      {size && size.width > 0 && <Drawn {...props} width={size.width} />}
    </div>
  );
}

function Drawn({ lines, names, steps, axis: name, label, stepText, width }: Props & { readonly width: number }) {
  const past = useId();
  const axis = useMemo(() => logAxisFor(lines.map(({ values }) => values)), [lines]);
  const frame = useMemo(() => chartFrame(width, steps), [width, steps]);
  const heightOf = useCallback((value: number) => (Number.isNaN(value) ? NaN : heightOn(axis, value)), [axis]);
  const drawn = { lines, heightOf, frame, past };
  return (
    <StepChart
      frame={frame}
      steps={steps}
      label={label}
      readout={(step, x) => <Readout {...{ lines, names, step, x, width }} title={stepText(step)} />}
    >
      <Axes axis={axis} frame={frame} name={name} />
      <StepLines {...drawn} />
      <StepNow {...drawn} />
      {frame.named && <EndNames {...{ lines, names, heightOf, frame }} />}
    </StepChart>
  );
}

/** A narrower chart has no room for its hint. */
const HINT_FROM = 480;

function Axes({ axis, frame, name }: { axis: LogAxis; frame: ChartFrame; name: string }) {
  const t = useText();
  const sign = (exponent: number) =>
    exponent === axis.low && axis.below ? '≤' : exponent === axis.high && axis.above ? '≥' : '';
  return (
    <g className="chart-axes">
      <text className="chart-name" x={frame.left} y={11}>
        {name}
      </text>
      {frame.width >= HINT_FROM && (
        <text className="chart-name chart-hint" x={frame.right} y={11} textAnchor="end">
          {t('chart.hint')}
        </text>
      )}
      {decadeTicks(axis, 5).map((exponent) => (
        <g key={exponent} transform={`translate(0 ${yOf(frame, (exponent - axis.low) / (axis.high - axis.low))})`}>
          <line x1={frame.left} x2={frame.right} />
          <text x={frame.left - 6} dy="0.35em" textAnchor="end">
            {sign(exponent) + powerOfTen(exponent)}
          </text>
        </g>
      ))}
      {stepTicks(frame).map((step) => (
        <text key={step} x={xOf(frame, step)} y={frame.bottom + 16} textAnchor="middle">
          {step}
        </text>
      ))}
    </g>
  );
}

interface ReadoutProps extends Pick<Props, 'lines' | 'names'> {
  readonly step: number;
  readonly x: number;
  readonly width: number;
  readonly title: string;
}

function Readout({ lines, names, step, x, width, title }: ReadoutProps) {
  const t = useText();
  return (
    <div className="chart-readout" style={x < width / 2 ? { left: x + 12 } : { right: width - x + 12 }}>
      <div className="chart-readout-step">{title}</div>
      {lines.map(({ key, run, colour, values }, k) => (
        <div key={key} className="chart-readout-run" data-run={run}>
          <span style={{ color: colour }}>{names[k]}</span>
          <span className="chart-readout-value">{t.number(values[step] ?? NaN, 3)}</span>
        </div>
      ))}
    </div>
  );
}
