import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { useSession } from '../../../src/runs/session.tsx';
import { PaneLabels, type PaneLabel } from '../../../src/scene/parts/PaneLabels.tsx';
import type { Drawn } from '../../../src/scene/stage.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { createDisplay, displayPoint, type Display } from '../../../src/view/display.ts';
import { rgb } from '../../../src/view/palette.ts';
import { createSharedUniforms, setDisplay, setRect } from '../../../src/view/uniforms.ts';
import { useDispose } from '../../../src/view/useDispose.ts';
import { answerOf } from '../crowd/answer.ts';
import { arePictures, createAtlas } from '../crowd/atlas.ts';
import { crowdOf } from '../crowd/at.ts';
import { createFrame } from '../crowd/frame.ts';
import { createCrowdMarks } from '../../../src/view/tileMarks.ts';
import type { Run, Track } from '../run/types.ts';
import { answerColours } from './colours.ts';
import { rowOf } from './NetRelief.tsx';
import { usePointable, type Pointables } from '../../../src/scene/parts/Pointing.tsx';
import { FLOOR } from './useRelief.ts';

interface Props {
  readonly drawn: Drawn;
  readonly run: Run;
  readonly track: Track;
  readonly box: number;
  readonly pointables: Pointables;
}

/** Of the frame: its samples stand within. */
const WITHIN = 0.94;
/** In units of the plane of answers, whatever the size of the logits. */
const SQUARE = [-1, 1, -1, 1] as const;
/** World heights of no and of full probability: the box fills what a relief and its plan do. */
const [NO, FULL] = [FLOOR + 0.9, 3.4];
const display: Display = {
  ...createDisplay({ domain: SQUARE, rect: SQUARE, lowest: 0, cut: 1, relief: 1, exaggeration: 1, log: false }),
  ...{ lowest: -NO / (FULL - NO), reference: 1 - NO / (FULL - NO), height: FULL - NO, floor: FLOOR },
};
/** Part of a pane's shorter side that a digit is large. */
const PART = 0.062;

/** What a net says of held-out samples: each stands where its logits put it, the higher the surer the net is of the right class, in the hue of the answer. */
export function CrowdView({ drawn, run, track, box, pointables }: Props) {
  const t = useText();
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { palette, uniforms, boxes, holder } = drawn;
  const { data } = run;
  const crowd = useMemo(() => crowdOf(track, data), [track, data]);
  const { count, classes, labels } = crowd;
  const shared = useMemo(() => {
    const own = { ...createSharedUniforms(), uViewport: uniforms.uViewport, uRatio: uniforms.uRatio };
    setDisplay(own, display);
    setRect(own, SQUARE);
    return own;
  }, [uniforms]);
  const pictures = arePictures(data.test.inputs);
  const marks = useMemo(
    () => createCrowdMarks(shared, count, createAtlas(data.test.x, data.test.inputs, count), pictures),
    [shared, data, count, pictures],
  );
  useDispose(marks);
  const frame = useMemo(() => createFrame(shared, palette), [shared, palette]);
  useDispose(frame);
  const pane = boxes[box];
  const side = pane ? Math.min(pane.right - pane.left, pane.bottom - pane.top) : 300;
  const scratch = useMemo(() => ({ row: NaN, places: new Float64Array(3 * count) }), [count]);
  useEffect(() => {
    marks.setPalette(palette);
    marks.setDiameter(Math.min(Math.max(PART * side, 14), 44));
    scratch.row = NaN;
    invalidate();
  }, [marks, palette, side, crowd, scratch, invalidate]);
  useEffect(() => clock.subscribe(() => invalidate()), [clock, invalidate]);
  useFrame(() => {
    const row = rowOf(track, clock.t);
    if (scratch.row === row) return;
    scratch.row = row;
    const first = Math.floor(row);
    const part = row - first;
    const a = crowd.standing(first);
    const b = part > 0 ? crowd.standing(first + 1) : a;
    const colours = answerColours[palette.theme];
    for (let i = 0; i < count; i++) {
      const at = (k: number) => a[3 * i + k]! + part * (b[3 * i + k]! - a[3 * i + k]!);
      // What stood farther out once is seen at the rim.
      const within = (value: number) => Math.max(-1, Math.min(1, (WITHIN * value) / crowd.half));
      scratch.places.set([within(at(0)), within(at(1)), at(2)], 3 * i);
      marks.place(i, scratch.places[3 * i]!, scratch.places[3 * i + 1]!, at(2));
      const { answer } = answerOf(crowd.said(first), labels, i, classes);
      marks.look(i, rgb(colours[answer % colours.length]!), answer !== labels[i]);
    }
  });
  usePointable(pointables, box, ({ distanceTo, reach }) => {
    const world = { x: 0, y: 0, z: 0 };
    let [best, least] = [-1, 1.4 * reach];
    for (let i = 0; i < count; i++) {
      const [x, y, f] = scratch.places.subarray(3 * i, 3 * i + 3);
      const distance = distanceTo(displayPoint(display, x!, y!, f!, world));
      if (distance < least) [best, least] = [i, distance];
    }
    if (best < 0) return null;
    const said = answerOf(crowd.said(Math.floor(scratch.row)), labels, best, classes);
    const percent = (part: number) => `${t.fixed(100 * part, 1)} %`;
    return {
      title: t(pictures ? 'net.crowd.digit' : 'net.crowd.sample', { label: said.label }),
      colour: answerColours[palette.theme][said.answer % 10],
      rows: [
        { id: 'answer', label: t('net.crowd.answer'), value: String(said.answer) },
        { id: 'probability', label: t('net.crowd.probability'), value: percent(said.probability) },
        ...(said.answer === said.label
          ? []
          : [{ id: 'right', label: t('net.crowd.right'), value: percent(said.ofRight) }]),
      ],
    };
  });
  const words = useMemo(() => labelsOf(t, crowd.explained), [t, crowd.explained]);
  const own = useMemo(() => (pane ? [pane] : []), [pane]);
  return (
    <>
      <primitive object={frame.object} />
      <primitive object={marks.object} />
      <PaneLabels labels={words} boxes={own} holder={holder} />
    </>
  );
}

/** How high is how sure. */
function labelsOf(t: Words, explained: number): readonly PaneLabel[] {
  const at = (place: { x: number; y: number; z: number }) => [place.x, place.y, place.z] as const;
  const none = () => ({ x: 0, y: 0, z: 0 });
  return [
    { text: '100 %', at: at(displayPoint(display, 1, -1, 1, none())), side: 'right' },
    { text: '0 %', at: at(displayPoint(display, 1, -1, 0, none())), side: 'right' },
    {
      text: t('net.crowd.plane', { part: t.number(100 * explained, 2) }),
      at: at(displayPoint(display, 0, -1, 0, none())),
      side: 'below',
    },
  ];
}
