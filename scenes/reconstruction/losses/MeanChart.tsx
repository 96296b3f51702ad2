import { useCallback, useId, useMemo } from 'react';
import { lossIds } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';
import { useSize, type Size } from '../../../src/ui/useSize.ts';
import { chartFrame } from '../../../src/ui/chart/frame.ts';
import { EndNames } from '../../../src/ui/chart/EndNames.tsx';
import { StepChart } from '../../../src/ui/chart/StepChart.tsx';
import type { StepLine } from '../../../src/ui/chart/stepLine.ts';
import { StepLines } from '../../../src/ui/chart/StepLines.tsx';
import { StepAxes } from '../../../src/ui/chart/StepAxes.tsx';
import { StepReadout } from '../../../src/ui/chart/StepReadout.tsx';
import { StepNow } from '../../../src/ui/chart/StepNow.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { heightOf as heightIn, meanCurves } from './curves.ts';
import { lossColour } from './colours.ts';
import { model } from '../model.ts';

/** Both losses by step, on the view's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function MeanChart() {
  const { value: means } = model.useResult('means');
  const [ref, size] = useSize<HTMLDivElement>();
  return (
    <div className="chart" ref={ref}>
      {means && size && size.width > 0 && <Drawn means={means} {...size} />}
    </div>
  );
}

function Drawn({ means, width, height }: { readonly means: Means } & Size) {
  const t = useText();
  const palette = palettes[useTheme()];
  const past = useId();
  const { steps } = means;
  const curves = useMemo(() => meanCurves(means), [means]);
  const colours = useMemo(() => lossIds.map((loss) => lossColour(palette, loss)), [palette]);
  const frame = useMemo(() => chartFrame(width, steps, height), [width, steps, height]);
  const lines = useMemo(
    () => lossIds.map((loss, k): StepLine => ({ key: loss, run: loss, colour: colours[k], values: curves.series[k]! })),
    [colours, curves],
  );
  // A run that diverged has no more numbers: its line ends.
  const heightOf = useCallback((value: number) => (Number.isFinite(value) ? heightIn(curves, value) : NaN), [curves]);
  const drawn = { lines, heightOf, frame, past };
  const names = lossIds.map((loss) => t(`rec.losses.${loss}`));
  const percent = (part: number) => `${t.number(100 * part, 3)} %`;
  const ticks = curves.ticks.map((value) => ({ key: value, at: heightIn(curves, value), text: percent(value) }));
  // In their own units, and as parts of their start.
  const valuesAt = (step: number) =>
    lossIds.map(
      (loss, k) => `${t.number(means.runs[loss].losses[step] ?? NaN, 3)} (${percent(curves.series[k]?.[step] ?? NaN)})`,
    );
  return (
    <StepChart
      frame={frame}
      steps={steps}
      label={t('rec.losses.chart')}
      readout={(step, x) => (
        <StepReadout
          {...{ lines, names, x, width }}
          title={step === 0 ? t('chart.start') : t('rec.losses.step', { step })}
          values={valuesAt(step)}
        />
      )}
    >
      <StepAxes frame={frame} name={t('rec.losses.axis')} ticks={ticks} />
      <StepLines {...drawn} />
      <StepNow {...drawn} />
      {frame.named && <EndNames {...drawn} names={names} />}
    </StepChart>
  );
}
