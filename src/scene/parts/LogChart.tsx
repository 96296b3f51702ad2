import { useCallback, useId, useMemo } from 'react';
import { useSize, type Size } from '../../ui/useSize.ts';
import { EndNames } from '../../ui/chart/EndNames.tsx';
import { chartFrame } from '../../ui/chart/frame.ts';
import { heightOn, logAxisFor } from '../../ui/chart/logAxis.ts';
import { decadesOf, StepAxes } from '../../ui/chart/StepAxes.tsx';
import { StepChart } from '../../ui/chart/StepChart.tsx';
import type { StepLine } from '../../ui/chart/stepLine.ts';
import { StepLines } from '../../ui/chart/StepLines.tsx';
import { StepReadout } from '../../ui/chart/StepReadout.tsx';
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
      {size && size.width > 0 && <Drawn {...props} {...size} />}
    </div>
  );
}

function Drawn({ lines, names, steps, axis: name, label, stepText, width, height }: Props & Size) {
  const t = useText();
  const past = useId();
  const axis = useMemo(() => logAxisFor(lines.map(({ values }) => values)), [lines]);
  const frame = useMemo(() => chartFrame(width, steps, height), [width, steps, height]);
  const heightOf = useCallback((value: number) => (Number.isNaN(value) ? NaN : heightOn(axis, value)), [axis]);
  const valuesAt = (step: number) => lines.map(({ values }) => t.number(values[step] ?? NaN, 3));
  const drawn = { lines, heightOf, frame, past };
  return (
    <StepChart
      frame={frame}
      steps={steps}
      label={label}
      readout={(step, x) => (
        <StepReadout {...{ lines, names, x, width }} title={stepText(step)} values={valuesAt(step)} />
      )}
    >
      <StepAxes frame={frame} name={name} ticks={decadesOf(axis, frame)} />
      <StepLines {...drawn} />
      <StepNow {...drawn} />
      {frame.named && <EndNames {...{ lines, names, heightOf, frame }} />}
    </StepChart>
  );
}
