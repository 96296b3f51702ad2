import { useMemo } from 'react';
import type { StepLine } from '../../ui/chart/stepLine.ts';
import { useText } from '../../ui/useText.ts';
import { logScale, ScaledChart } from './ScaledChart.tsx';

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

/** Numbers above 0 by step, on a logarithmic axis, on the scene's own clock. */
export function LogChart(props: Props) {
  const t = useText();
  const { lines } = props;
  const scale = useMemo(() => logScale(lines), [lines]);
  return <ScaledChart {...props} scale={scale} valueText={(value) => t.number(value, 3)} />;
}
