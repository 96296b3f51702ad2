import { useCallback, useId, useMemo } from 'react';
import { stepsOf } from '../runs/paneRuns.ts';
import { usePanes, useRegistrationState } from '../model.ts';
import { useSteps } from '../../../src/runs/session.tsx';
import { useSize } from '../../../src/ui/useSize.ts';
import { EndNames } from '../../../src/ui/chart/EndNames.tsx';
import { dashes } from '../../../src/ui/chart/glyph.ts';
import { chartFrame } from '../../../src/ui/chart/frame.ts';
import { StepChart } from '../../../src/ui/chart/StepChart.tsx';
import type { StepLine } from '../../../src/ui/chart/stepLine.ts';
import { StepLines } from '../../../src/ui/chart/StepLines.tsx';
import { StepReadout } from '../../../src/ui/chart/StepReadout.tsx';
import { StepNow } from '../../../src/ui/chart/StepNow.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { coloursOf, methodName } from '../read/methods.ts';
import { CurveAxes } from './CurveAxes.tsx';
import { curvesOf, heightIn } from './curves.ts';
import { chartSummary } from './summary.ts';

/** Error, RMSE or fitness of all methods by step, on the scene's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function CurveChart() {
  const panes = usePanes();
  const drawnPanes = useMemo(() => panes.filter(({ run }) => run), [panes]);
  const runs = useMemo(() => drawnPanes.flatMap(({ run }) => run ?? []), [drawnPanes]);
  const which = useRegistrationState((state) => state.curve);
  // In one picture hue alone would not tell them apart: shapes are those of their dots.
  const overlay = useRegistrationState((state) => state.overlay);
  const clockSteps = useSteps();
  const t = useText();
  const theme = useTheme();
  const past = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  // While a run is awaited the clock has no length yet.
  const steps = Math.max(clockSteps, stepsOf(runs));
  const curves = useMemo(() => curvesOf(runs, which), [runs, which]);
  const colours = useMemo(
    () =>
      coloursOf(
        theme,
        runs.map(({ settings }) => settings),
      ),
    [theme, runs],
  );
  const { width = 0, height } = size ?? {};
  const frame = useMemo(() => chartFrame(width, steps, height), [width, steps, height]);

  const lines = useMemo(
    () =>
      runs.map((run, k): StepLine => ({
        key: run.key,
        run: run.settings.method,
        colour: colours[k],
        values: curves.series[k]!,
        older: drawnPanes[k]?.older ?? false,
        ...(overlay && { shape: k, dash: dashes[k] }),
      })),
    [runs, drawnPanes, overlay, colours, curves],
  );
  // Where a step has no such number (no inlier, no RMSE) the line breaks.
  const heightOf = useCallback((value: number) => (Number.isFinite(value) ? heightIn(curves, value) : NaN), [curves]);
  const drawn = { lines, heightOf, frame, past };
  const names = drawnPanes.map(({ settings, older }) =>
    older ? t('reg.older.name', { method: methodName(t, settings.method) }) : methodName(t, settings.method),
  );
  const valueAt = (step: number, ends: number, values: Float64Array) => {
    const value = values[Math.min(step, ends)] ?? NaN;
    const text = Number.isFinite(value) ? `${t.number(value, 3)}${curves.unit}` : '–';
    return step > ends ? `${text} ${t('reg.chart.ended')}` : text;
  };
  return (
    <div className="chart" ref={ref}>
      {width > 0 && runs.length > 0 && (
        <StepChart
          frame={frame}
          steps={steps}
          label={chartSummary(t, runs, curves)}
          readout={(step, x) => (
            <StepReadout
              {...{ lines, names, x, width }}
              title={step === 0 ? t('chart.start') : t('reg.chart.step', { step })}
              values={runs.map(({ record }, k) => valueAt(step, record.steps, curves.series[k]!))}
            />
          )}
        >
          <CurveAxes curves={curves} frame={frame} />
          <StepLines {...drawn} />
          <StepNow {...drawn} />
          {frame.named && <EndNames {...drawn} names={names} />}
        </StepChart>
      )}
    </div>
  );
}
