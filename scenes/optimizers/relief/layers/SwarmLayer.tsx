import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { disturbanceOf, surfaceSpecOf } from '../../state/specs.ts';
import type { Jobs } from '../../../../src/jobs/client.ts';
import type { SwarmResult, SwarmSpec } from '../../../../src/jobs/specs.ts';
import { lab } from '../../model.ts';
import { follow } from '../../runs/compute.ts';
import type { RunView } from '../../runs/runViews.ts';
import { SWARM_SEED } from '../../state/defaults.ts';
import type { LabState } from '../../state/types.ts';
import { inkColour, mixHex, type Palette } from '../../../../src/view/palette.ts';
import { createSwarmView } from '../../../../src/view/swarm.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import type { FrameState } from '../frameState.ts';

export interface SwarmLayerProps {
  readonly shared: SharedUniforms;
  readonly frame: FrameState;
  readonly state: LabState;
  readonly run: RunView;
  readonly palette: Palette;
  readonly jobs: Jobs;
  /** How many of them are drawn. */
  readonly drawn: number;
}

function distanceOf({ spec, positions }: SwarmResult, { record }: RunView): number | null {
  if (spec.step >= record.count) return null;
  const dx = (positions[0] as number) - (record.x[2 * spec.step] as number);
  const dy = (positions[1] as number) - (record.x[2 * spec.step + 1] as number);
  return Number.isFinite(dx + dy) ? Math.hypot(dx, dy) : null;
}

/** Thousands of starts under the selected optimizer's rule. Its state at a step is a pure kernel, so it obeys the clock in both directions. */
export function SwarmLayer({ shared, frame, state, run, palette, jobs, drawn }: SwarmLayerProps) {
  const {
    clock,
    own: { compute },
  } = lab.useSession();
  const view = useMemo(() => createSwarmView(shared), [shared]);
  const invalidate = useThree((three) => three.invalidate);
  const shownStep = useRef(0);
  useEffect(
    () => () => {
      view.dispose();
      frame.dots = null;
      compute.setState({ swarm: null });
    },
    [view, frame, compute],
  );
  useEffect(() => {
    const hue = inkColour(palette.theme, run.ink);
    // In its optimizer's hue, from the paper's side to the ink's: the lower it stands, the more it stands out.
    view.setLook(mixHex(hue, palette.paper, 0.12), mixHex(hue, palette.ink, 0.72), 0.86);
    invalidate();
  }, [view, palette, run.ink, invalidate]);
  // Who reads how many there are counts those in the picture.
  const shownCount = useRef(drawn);
  useEffect(() => {
    shownCount.current = drawn;
    view.setDrawn(drawn);
    const { swarm } = compute.getState();
    if (swarm) compute.setState({ swarm: { ...swarm, count: drawn } });
    invalidate();
  }, [view, drawn, compute, invalidate]);
  const { surface, start, swarmCount } = state;
  useEffect(() => {
    const base: Omit<SwarmSpec, 'step'> = {
      surface: surfaceSpecOf(state),
      optimizer: run.spec.optimizer,
      semantics: run.spec.semantics,
      params: run.spec.params,
      start,
      count: swarmCount,
      seed: SWARM_SEED,
      below: surface.cut,
      ...disturbanceOf(state),
    };
    let asked = -1;
    const { again, end } = follow(
      compute,
      (signal) => {
        asked = Math.floor(clock.t);
        return jobs.swarm({ ...base, step: asked }, signal);
      },
      (result) => {
        view.setPositions(result.positions);
        frame.dots = result.positions;
        shownStep.current = result.spec.step;
        compute.setState({
          swarm: { count: shownCount.current, name: run.name, particle0Distance: distanceOf(result, run) },
        });
        invalidate();
      },
    );
    const endClock = clock.subscribe(() => {
      if (Math.floor(clock.t) !== asked) again();
    });
    return () => {
      end();
      endClock();
    };
    // The spec follows from these parts of the state; a camera or a language asks for nothing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [
    surface.formula,
    surface.params,
    surface.domain,
    surface.cut,
    start,
    swarmCount,
    run.spec,
    view,
    frame,
    jobs,
    clock,
    compute,
    invalidate,
  ]);
  useFrame(() => {
    const step = Math.floor(clock.t);
    view.setMix(step === shownStep.current ? frame.mix : step > shownStep.current ? 1 : 0);
  });
  return <primitive object={view.object} />;
}
