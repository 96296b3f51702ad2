import { useCallback, useId, useMemo } from 'react';
import { lossIds } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';
import { useSize } from '../../../src/ui/useSize.ts';
import { chartFrame } from '../../../src/ui/chart/frame.ts';
import { EndNames } from '../../../src/ui/chart/EndNames.tsx';
import { StepChart } from '../../../src/ui/chart/StepChart.tsx';
import type { StepLine } from '../../../src/ui/chart/stepLine.ts';
import { StepLines } from '../../../src/ui/chart/StepLines.tsx';
import { StepNow } from '../../../src/ui/chart/StepNow.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { heightOf as heightIn, meanCurves } from './curves.ts';
import { lossColour } from './colours.ts';
import { MeanAxes, MeanReadout } from './MeanChartParts.tsx';
import { model } from '../model.ts';

/** Both losses by step, on the view's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function MeanChart() {
  const { value: means } = model.useResult('means');
  const [ref, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  return (
    <div className="chart" ref={ref}>
      {means && width > 0 && <Drawn means={means} width={width} />}
    </div>
  );
}

function Drawn({ means, width }: { readonly means: Means; readonly width: number }) {
  const t = useText();
  const palette = palettes[useTheme()];
  const past = useId();
  const { steps } = means;
  const curves = useMemo(() => meanCurves(means), [means]);
  const colours = useMemo(() => lossIds.map((loss) => lossColour(palette, loss)), [palette]);
  const frame = useMemo(() => chartFrame(width, steps), [width, steps]);
  const lines = useMemo(
    () => lossIds.map((loss, k): StepLine => ({ key: loss, run: loss, colour: colours[k], values: curves.series[k]! })),
    [colours, curves],
  );
  // A run that diverged has no more numbers: its line ends.
  const heightOf = useCallback((value: number) => (Number.isFinite(value) ? heightIn(curves, value) : NaN), [curves]);
  const drawn = { lines, heightOf, frame, past };
  const parts = { curves, colours, frame };
  return (
    <StepChart
      frame={frame}
      steps={steps}
      label={t('rec.losses.chart')}
      readout={(step) => <MeanReadout {...parts} means={means} step={step} />}
    >
      <MeanAxes {...parts} />
      <StepLines {...drawn} />
      <StepNow {...drawn} />
      {frame.named && <EndNames {...drawn} names={lossIds.map((loss) => t(`rec.losses.${loss}`))} />}
    </StepChart>
  );
}
