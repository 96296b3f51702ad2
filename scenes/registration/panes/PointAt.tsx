import { useMemo } from 'react';
import { useStore } from 'zustand';
import { identity } from '../../../src/math/matrix4.ts';
import type { Drawn } from '../../../src/scene/stage.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { usePointPick, type PickCloud, type PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { useRegistrationSession } from '../model.ts';
import { ghostPoints, ghostsOf, toggleBeside } from '../runs/beside.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { poseNow } from './poseNow.ts';

/** A point of the cloud of one of the panes' runs. */
export interface Pointed {
  /** Place of the run among the panes. */
  readonly run: number;
  readonly index: number;
  readonly clientX: number;
  readonly clientY: number;
}

interface Props extends Drawn {
  /** Which panes' runs stand at each place. */
  readonly places: readonly (readonly number[])[];
  readonly runs: readonly (PaneRun | null)[];
  readonly onPoint: (pointed: Pointed | null) => void;
}

/** Clouds larger than this are looked through by a click only. */
const MOST = 200_000;

interface Offered {
  readonly cloud: PickCloud;
  readonly run: number;
  /** Of an alternative: its place among them, null: what the method found; undefined: the cloud itself. */
  readonly ghost?: number | null;
}

/** Tells which point the pointer is on, or a finger taps; a click on a ghost shows its pose. */
export function PointAt({ space, boxes, places, runs, onPoint }: Props) {
  const session = useRegistrationSession();
  const { hand, beside } = session.own;
  const mode = useStore(hand, (state) => state.mode);
  const step = useStep();
  const scratch = useMemo(() => places.map((indices) => indices.map(() => identity())), [places]);
  const offeredIn = (pane: number): readonly Offered[] =>
    (places[pane] ?? []).flatMap((run, k): readonly Offered[] => {
      const own = runs[run];
      const pose = scratch[pane]?.[k];
      if (!own || !pose) return [];
      const { points } = own.prepared.source.cloud;
      const ghosts = places[pane]!.length > 1 ? [] : ghostsOf(own, beside.getState(), step);
      return [
        { run, cloud: { points, pose: poseNow(session, own, pose) } },
        ...ghosts.map(({ pose: at, index }) => ({ run, ghost: index, cloud: { points: ghostPoints(own), pose: at } })),
      ];
    });
  const offered = (at: PickedPoint) => offeredIn(at.pane)[at.cloud];
  const small = runs.every((run) => !run || run.prepared.source.cloud.points.length <= 3 * MOST);
  const point = (at: PickedPoint | null) => {
    const of = at && offered(at);
    const ghost = of?.ghost === undefined ? null : of;
    beside.setState({
      lit: ghost && typeof ghost.ghost === 'number' ? { run: runs[ghost.run]!.key, index: ghost.ghost } : null,
    });
    onPoint(of && !ghost ? { run: of.run, index: at.index, clientX: at.clientX, clientY: at.clientY } : null);
  };
  usePointPick({
    enabled: mode === 'off',
    space,
    boxes,
    cloudsIn: (pane) => offeredIn(pane).map(({ cloud }) => cloud),
    onPick(at) {
      const of = offered(at);
      const run = of && runs[of.run];
      if (run && of.ghost !== undefined) toggleBeside(beside, run, of.ghost);
      else point(at);
    },
    ...(small && { onHover: point }),
  });
  return null;
}
