import { useMemo } from 'react';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { inkColours } from '../../../src/state/ink.ts';
import { useReducedMotion, useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { contourData } from '../book/contourSpec.ts';
import { Plan } from '../book/Plan.tsx';
import type { Plane, Rect } from '../book/plane.ts';
import { usePlanContours } from '../book/usePlanContours.ts';
import { lab } from '../model.ts';
import { seenOf } from '../near/neighbourhood.ts';
import { useRuns } from '../runs/useRuns.ts';
import { CellRun } from './CellRun.tsx';
import { useReplay } from './useReplay.ts';

interface Props {
  readonly record: OptimizerRecord;
  /** Names what is replayed from its start; null: the run in force, at the scene's own step. */
  readonly replay: string | null;
  readonly rect: Rect;
  readonly clip: string;
}

/** The flat map with one run of the selected optimizer. */
export function ReplayPlan({ record, replay, rect: { width, height }, clip }: Props) {
  const t = useText();
  const theme = useTheme();
  const runs = useRuns();
  const whole = lab.useState((state) => state);
  const state = seenOf(whole, runs);
  const { domain, minima } = state.surface;
  const still = useReducedMotion();
  const step = useStep();
  const replayed = useReplay(replay, record.count, still);
  const lines = usePlanContours(state, runs);
  const plane = useMemo((): Plane => ({ domain, rect: { x: 0, y: 0, width, height } }), [domain, width, height]);
  const contours = useMemo(() => lines.map((line) => contourData(line, plane)), [lines, plane]);
  const ink = runs.find(({ id }) => id === state.selected)?.ink ?? { hue: 0, shape: 0 };
  return (
    <Plan plane={plane} contours={contours} minima={minima} clip={clip} show={t.number}>
      <CellRun
        {...{ record, ink, plane, clip }}
        colour={inkColours[theme][ink.hue]!}
        row={replay === null ? step : replayed}
      />
    </Plan>
  );
}
