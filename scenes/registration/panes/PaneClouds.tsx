import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { shownBeside } from '../runs/beside.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { useRegistrationSession, useRegistrationState } from '../model.ts';
import type { WorstPlace } from '../../../src/registration/worstPlace.ts';
import { residualsAt, threadsAt } from '../../../src/registration/threads.ts';
import { usePlaying, useStep } from '../../../src/runs/session.tsx';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { Correspondences } from '../../../src/view/clouds/Correspondences.tsx';
import type { CloudSpace } from '../../../src/view/clouds/space.ts';
import type { CloudUniforms } from '../../../src/view/clouds/uniforms.ts';
import type { Palette } from '../../../src/view/palette.ts';
import { Ghosts } from './Ghosts.tsx';
import { residualLimit } from './residualLimit.ts';
import { LensCloud } from '../scans/LensCloud.tsx';
import { ScanCloud } from '../scans/ScanCloud.tsx';
import { scansSeen } from '../scans/seen.ts';
import { useOfAll } from '../scans/useOfAll.ts';
import { useAtStep } from './useAtStep.ts';
import { usePose } from './usePose.ts';

interface Props {
  readonly run: PaneRun;
  readonly colour: string;
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly share: number;
  /** The target is drawn for all panes together. */
  readonly sharedTarget: boolean;
  /** False where several methods lie over one another: threads of all of them would be a felt. */
  readonly threads: boolean;
  /** Of its dots, as `CloudPoints` has it. */
  readonly shape: number;
  /** What the lenses show. */
  readonly worst: WorstPlace | null;
}

/** Source points whose distances are worked out anew with every step of a run that plays. */
const MOST_MOVING = 60_000;

/** One method's source as it moves, its threads and its residuals. */
export function PaneClouds({
  run,
  colour,
  uniforms,
  space,
  palette,
  share,
  sharedTarget,
  threads,
  shape,
  worst,
}: Props) {
  const { hand } = useRegistrationSession().own;
  const held = useSyncExternalStore(hand.subscribe, () => hand.getState().pose !== null);
  const step = Math.min(useStep(), run.record.steps);
  // Threads and residuals are of the record's poses.
  const { beside } = useRegistrationSession().own;
  const elsewhere = useStore(beside, (all) => shownBeside(run, all, step) !== null);
  const wantThreads = useRegistrationState((state) => state.threads) && threads && !held && !elsewhere;
  // What is too much to be coloured step by step is coloured when it rests.
  const calm = !usePlaying() || run.prepared.source.cloud.points.length <= 3 * MOST_MOVING;
  const wantResiduals = useRegistrationState((state) => state.residuals) && !held && !elsewhere && calm;
  const pose = usePose(run);
  const matches = useAtStep(run, step, wantThreads ? threadsAt : null);
  const residuals = useAtStep(run, step, wantResiduals ? residualsAt : null);
  const source = run.prepared.source.cloud;
  const target = run.prepared.target.cloud;
  const common = { uniforms, space, palette } as const;
  const seen = scansSeen(run.pair);
  const ofAll = useOfAll(run, seen, residuals);
  const whole = source.points.length === run.pair.source.points.length;
  return (
    <>
      {!sharedTarget && <CloudPoints {...common} role="target" points={target.points} pose={null} share={share} />}
      {seen ? (
        <ScanCloud
          {...common}
          seen={seen}
          side="source"
          pose={pose}
          colour={colour}
          residuals={ofAll}
          limit={residualLimit(run)}
          share={share}
        />
      ) : (
        <CloudPoints
          {...common}
          role="source"
          points={source.points}
          pose={pose}
          colour={colour}
          shape={shape}
          pale={whole ? run.pair.kinds : null}
          residuals={residuals}
          limit={residualLimit(run)}
          share={share}
          ghost={run.pair.mesh !== null}
        />
      )}
      {seen && worst && <LensCloud {...common} seen={seen} worst={worst} run={run} pose={pose} colour={colour} />}
      {threads && !held && <Ghosts {...common} run={run} colour={colour} share={share} />}
      <Correspondences
        {...common}
        source={source.points}
        target={target.points}
        matches={matches}
        pose={pose}
        limit={wantResiduals ? residualLimit(run) : run.pair.largestDimension / 2}
        colour={wantResiduals ? 'residual' : 'ink'}
      />
    </>
  );
}
