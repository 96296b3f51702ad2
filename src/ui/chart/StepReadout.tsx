import type { StepLine } from './stepLine.ts';

interface Props {
  readonly title: string;
  readonly lines: readonly StepLine[];
  /** One a line: what it is called, and its number at the step. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** Place of the step, CSS pixels from the chart's left; the card stands on the side with more room. */
  readonly x: number;
  readonly width: number;
}

/** Every line's number at one step. */
export function StepReadout({ title, lines, names, values, x, width }: Props) {
  return (
    <div className="chart-readout" style={x < width / 2 ? { left: x + 12 } : { right: width - x + 12 }}>
      <div className="chart-readout-step">{title}</div>
      {lines.map(({ key, run, colour }, k) => (
        <div key={key} className="chart-readout-run" data-run={run}>
          <span style={{ color: colour }}>{names[k]}</span>
          <span className="chart-readout-value">{values[k]}</span>
        </div>
      ))}
    </div>
  );
}
