import { useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Box } from '../../../src/math/box.ts';
import { identity, type Matrix4 } from '../../../src/math/matrix4.ts';
import { letGoOf, pointAt, poseOfPairs, PAIRS_NEEDED } from '../runs/hand.ts';
import type { Pair } from '../runs/pair.ts';
import { usePanes, useRegistrationSession, useRegistrationState, useSubject } from '../model.ts';
import { initOf, sourceCentre, startOf } from '../runs/startPose.ts';
import { coloursOf } from '../read/methods.ts';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { PickedPairs } from '../../../src/view/clouds/PickedPairs.tsx';
import { PoseGizmo } from '../../../src/view/clouds/PoseGizmo.tsx';
import type { CloudSpace } from '../../../src/view/clouds/space.ts';
import type { CloudUniforms } from '../../../src/view/clouds/uniforms.ts';
import { usePointPick } from '../../../src/view/clouds/usePointPick.ts';
import type { Palette } from '../../../src/view/palette.ts';

export interface PlaceGizmoProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly boxes: readonly Box[];
}

/** In the picture: the handles, or the pairs of points that are being picked, while the start is placed by hand. */
export function PlaceGizmo(props: PlaceGizmoProps) {
  const { hand } = useRegistrationSession().own;
  const mode = useSyncExternalStore(hand.subscribe, () => hand.getState().mode);
  const pair = useSubject((subject) => subject.pair);
  const before = useRef(pair);
  // Points picked in one pair of clouds are none of another's.
  useEffect(() => {
    if (before.current !== pair && hand.getState().mode === 'pairs') letGoOf(hand);
    before.current = pair;
  }, [hand, pair]);
  if (!pair || mode === 'off') return null;
  return mode === 'gizmo' ? <Handles {...props} pair={pair} /> : <Picking {...props} pair={pair} />;
}

interface Props extends PlaceGizmoProps {
  readonly pair: Pair;
}

/** A drag shows the source where it is held; let go, it is the start from which the methods run. */
function Handles({ pair, ...drawn }: Props) {
  const { store, own } = useRegistrationSession();
  const { hand } = own;
  const invalidate = useThree((state) => state.invalidate);
  const start = useRegistrationState((state) => state.start);
  const [pose] = useState<Matrix4>(identity);
  const centre = useMemo(() => sourceCentre(pair), [pair]);
  useEffect(() => {
    pose.set(initOf(pair, start));
    invalidate();
  }, [pair, start, pose, invalidate]);
  return (
    <PoseGizmo
      {...drawn}
      pose={pose}
      centre={centre}
      onChange={(next) => {
        pose.set(next);
        hand.setState({ pose: next });
        invalidate();
      }}
      onEnd={(next) => {
        store.begin({ start: startOf(pair, next) }, 'quietly');
        hand.setState({ pose: null });
      }}
    />
  );
}

/** Source and target points in turn; the third pair makes the start. */
function Picking({ pair, uniforms, space, palette, boxes }: Props) {
  const { store, own } = useRegistrationSession();
  const { hand } = own;
  const { pose, pairs, half } = useSyncExternalStore(hand.subscribe, hand.getState);
  const prepared = usePanes().find(({ run }) => run?.pair === pair)?.run?.prepared;
  const selected = useRegistrationState((state) => state.selected);
  const settings = useRegistrationState((state) => state.panes);
  // What is drawn is picked: a large cloud's averages, where there are some.
  const source = prepared?.source.cloud ?? pair.source;
  const target = prepared?.target.cloud ?? pair.target;
  const held = pose ?? pair.asIs;
  const points = half ? target.points : source.points;
  usePointPick({
    enabled: true,
    space,
    boxes,
    cloudsIn: () => [{ points, pose: half ? null : held }],
    onPick: ({ index }) => {
      const point = pointAt(points, index);
      if (!half) {
        hand.setState({ half: point });
        return;
      }
      const picked = [...pairs, { source: half, target: point }];
      const found = poseOfPairs(picked);
      if (!found) {
        hand.setState({ pairs: picked, half: null });
        return;
      }
      store.begin({ start: startOf(pair, found) });
      letGoOf(hand);
    },
  });
  const marked = useMemo(() => half && Float64Array.from(half), [half]);
  const shared = { uniforms, space, palette } as const;
  const colour = coloursOf(palette.theme, settings)[selected] ?? palette.ink;
  return (
    <>
      {pairs.length > 0 && pairs.length <= PAIRS_NEEDED && (
        <PickedPairs {...shared} pairs={pairs} pose={held} colour={colour} />
      )}
      {marked && <CloudPoints {...shared} role="marker" points={marked} pose={held} colour={colour} diameter={11} />}
    </>
  );
}
