import { Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import type { Box } from '../../../src/math/box.ts';
import type { Jobs } from '../../../src/jobs/client.ts';
import { frameTimes } from '../machine/frameTimes.ts';
import { useDraped } from '../basins/useDraped.ts';
import { lab } from '../model.ts';
import { ruleOrNull } from '../../../src/optimizers/index.ts';
import { useGuess, useRuns } from '../runs/useRuns.ts';
import { useLit } from '../../../src/runs/session.tsx';
import { PRESENTING_SCALE } from '../state/defaults.ts';
import type { CameraState } from '../../../src/state/common.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { CameraRig } from '../../../src/view/CameraRig.tsx';
import { CLEARANCE, defaultDirection, frame as frameOf } from '../../../src/view/framing.ts';
import { outlineOf } from '../../../src/view/outline.ts';
import type { Palette } from '../../../src/view/palette.ts';
import type { PathView } from '../../../src/view/path.ts';
import type { Pacer } from '../../../src/view/pace.ts';
import { swarmDrawn, type Quality } from '../../../src/view/quality.ts';
import { createSharedUniforms } from '../../../src/view/uniforms.ts';
import { useStable } from '../../../src/view/useStable.ts';
import { createFrameState, writeFrame } from './frameState.ts';
import { LabelOverlay } from './layers/LabelOverlay.tsx';
import { MarkLayer } from './layers/MarkLayer.tsx';
import { PathLayer } from './layers/PathLayer.tsx';
import { SurfaceLayer } from './layers/SurfaceLayer.tsx';
import { seenOf } from '../near/neighbourhood.ts';
import type { Pointed } from '../pointed/pointed.ts';
import { sceneModelOf } from './model.ts';
import { useHeights } from './useHeights.ts';
import { useInspection } from './useInspection.ts';
import { laterOnPage } from '../../../src/ui/later.tsx';

// What the first picture does without.
const ArrowLayer = laterOnPage(async () => (await import('./layers/ArrowLayer.tsx')).ArrowLayer);
const BasinLayer = laterOnPage(async () => (await import('./layers/BasinLayer.tsx')).BasinLayer);
const FieldLayer = laterOnPage(async () => (await import('./layers/FieldLayer.tsx')).FieldLayer);
const QuadraticLayer = laterOnPage(async () => (await import('./layers/QuadraticLayer.tsx')).QuadraticLayer);
const SteepLayer = laterOnPage(async () => (await import('./layers/SteepLayer.tsx')).SteepLayer);
const Pointing = laterOnPage(async () => (await import('./Pointing.tsx')).Pointing);
const SwarmLayer = laterOnPage(async () => (await import('./layers/SwarmLayer.tsx')).SwarmLayer);

export interface ReliefProps {
  readonly jobs: Jobs | null;
  readonly palette: Palette;
  readonly words: Words;
  readonly overlay: HTMLElement;
  readonly quality: Quality;
  /** Told of each frame; null where the quality is held. */
  readonly pacer: Pacer | null;
  /** Where the page's panels are: the picture keeps clear of them. */
  readonly panels: readonly Box[];
  readonly reducedMotion: boolean;
  readonly onPointed: (next: (before: Pointed | null) => Pointed | null) => void;
}

/** The 3D picture of the optimizer scene: composes the layers, hands each the same model and the same frame. */
export function Relief(props: ReliefProps) {
  const { jobs, palette, words, overlay, quality, pacer, panels, reducedMotion, onPointed } = props;
  const session = lab.useSession();
  const { clock, store, own } = session;
  const whole = lab.useState((s) => s);
  const draped = useDraped();
  const runs = useRuns();
  const state = seenOf(whole, runs);
  const model = useMemo(() => sceneModelOf(state, runs), [state, runs]);
  const shared = useMemo(() => createSharedUniforms(), []);
  const frame = useMemo(() => createFrameState(), []);
  const [paths, setPaths] = useState<ReadonlyMap<string, PathView>>(new Map());
  const size = useThree((three) => three.size);
  const invalidate = useThree((three) => three.invalidate);
  const changed = useCallback(() => {
    invalidate();
  }, [invalidate]);
  useEffect(() => clock.subscribe(changed), [clock, changed]);
  useHeights(state, shared, quality.samples, jobs, changed);

  const { sampled } = model;
  const rect = useStable(model.rect);
  const display = useStable(model.display);
  const highest = model.cuts[model.cuts.length - 1] as number;
  const scale = state.presenting ? PRESENTING_SCALE : 1;
  const direction = useMemo(() => defaultDirection([rect[1] - rect[0], rect[3] - rect[2]], size), [rect, size]);
  const framing = useMemo(
    () => frameOf(outlineOf(display, sampled, rect, highest, state.plan), direction, size, panels, CLEARANCE * scale),
    [display, sampled, rect, highest, state.plan, direction, size, panels, scale],
  );
  const { centreX, centreY, scale: units } = display;
  const of = JSON.stringify([whole.surface.formula, whole.surface.params, whole.surface.domain]);
  const world = useMemo(() => ({ of, centreX, centreY, scale: units }), [of, centreX, centreY, units]);
  const onCamera = useCallback(
    (camera: CameraState) => {
      store.update({ camera }, 'replace');
    },
    [store],
  );
  const guess = useGuess();
  const { named } = useSyncExternalStore(own.basins.subscribe, own.basins.getState);
  const drawn = useRef(false);
  const onPictured = useCallback(() => own.compute.setState({ pictured: true }), [own]);
  useFrame(() => {
    const now = performance.now();
    frameTimes.drawn(now);
    pacer?.drawn(now, clock.playing);
    writeFrame(frame, model, runs, clock.t);
    if (!drawn.current) {
      drawn.current = true;
      // After this frame has been presented.
      requestAnimationFrame(onPictured);
    }
  }, -3);

  useInspection({ model, runs, frame, paths, shared, jobs, session, quality });
  const selectedRun = runs.find((run) => run.id === state.selected);
  const steepLit = useLit({ kind: 'thing', name: 'steep' });
  // The label says how many there are to see.
  const drawnStarts = swarmDrawn(state.swarmCount, quality);
  const moves = selectedRun && ruleOrNull(selectedRun.spec.optimizer, selectedRun.spec.semantics);
  const swarmInfo =
    state.swarm && state.drape === 'none' && jobs && moves ? { count: drawnStarts, name: selectedRun.name } : null;
  return (
    <>
      <CameraRig
        framing={framing}
        direction={direction}
        camera={state.camera}
        world={world}
        instant={reducedMotion}
        onCamera={onCamera}
      />
      <Suspense>
        <Pointing {...{ state, model, runs, frame, framing, direction, overlay, onPointed }} />
      </Suspense>
      <SurfaceLayer
        shared={shared}
        model={model}
        frame={frame}
        palette={palette}
        cells={quality.cells}
        plan={state.plan}
        scale={scale}
      />
      <Suspense>
        {swarmInfo && selectedRun && jobs && (
          <SwarmLayer
            shared={shared}
            frame={frame}
            state={whole}
            run={selectedRun}
            palette={palette}
            jobs={jobs}
            drawn={drawnStarts}
          />
        )}
      </Suspense>
      <PathLayer
        shared={shared}
        model={model}
        frame={frame}
        runs={runs}
        selected={state.selected}
        palette={palette}
        plan={state.plan}
        onPaths={setPaths}
      />
      <Suspense>
        {draped && <BasinLayer shared={shared} selected={state.selected} theme={palette.theme} />}
        {state.field && <FieldLayer shared={shared} model={model} palette={palette} />}
        {state.arrows && selectedRun && (
          <ArrowLayer shared={shared} model={model} run={selectedRun} palette={palette} />
        )}
        {state.quadratic && selectedRun && (
          <QuadraticLayer shared={shared} model={model} run={selectedRun} palette={palette} />
        )}
        {steepLit && selectedRun && <SteepLayer shared={shared} model={model} run={selectedRun} palette={palette} />}
      </Suspense>
      <MarkLayer
        shared={shared}
        model={model}
        frame={frame}
        state={state}
        runs={runs}
        guess={guess.at}
        palette={palette}
      />
      <LabelOverlay
        shared={shared}
        overlay={overlay}
        panels={panels}
        paths={paths}
        instant={reducedMotion}
        state={state}
        runs={runs}
        model={model}
        frame={frame}
        palette={palette}
        words={words}
        swarm={swarmInfo}
        basins={named}
        guess={guess.at}
      />
    </>
  );
}
