import { useFrame } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useSession } from '../../../src/runs/session.tsx';
import type { Drawn } from '../../../src/scene/stage.ts';
import { useText } from '../../../src/ui/useText.ts';
import { drawnRow } from '../../../src/trace/jump.ts';
import { createDisplay } from '../../../src/view/display.ts';
import { Marks, markShapes, ON_PLAN, type Mark } from '../../../src/view/marks.ts';
import { order } from '../../../src/view/order.ts';
import { rgb } from '../../../src/view/palette.ts';
import { pick } from '../../../src/view/pick.ts';
import { setDisplay, setRect } from '../../../src/view/uniforms.ts';
import { useDispose } from '../../../src/view/useDispose.ts';
import { planeOf } from '../run/field.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import { FIELD, type Run, type Track } from '../run/types.ts';
import { classColours, saysTable } from './colours.ts';
import { usePointable, type Pointables } from '../../../src/scene/parts/Pointing.tsx';
import { FLOOR, NET_RELIEF, useRelief } from './useRelief.ts';

interface Props {
  readonly drawn: Drawn;
  readonly run: Run;
  readonly track: Track;
  readonly box: number;
  readonly pointables: Pointables;
}

const CELLS = FIELD * FIELD;
/** Values are drawn between these, with a little room. */
const VALUES = [-1.2, 1.2] as const;
const classes = { table: saysTable, level: [0.5, 2.6], plan: true } as const;
const values = { table: saysTable, level: [0, 0], plan: true } as const;

/** Of a net's outputs: probabilities of the second class, or values. */
const heightsOf = ({ task }: Pick<DataSet, 'task'>): readonly [low: number, high: number] =>
  task === 'classes' ? [0, 1] : VALUES;

export function displayOf(data: DataSet) {
  const domain = planeOf(data);
  const [lowest, cut] = heightsOf(data);
  const sides = [domain[1] - domain[0], domain[3] - domain[2]] as const;
  // In parts of the shorter side: all of a ribbon's, and over a plane as high as over a square.
  const relief = data.train.inputs < 2 ? 1 : (NET_RELIEF * Math.max(...sides)) / Math.min(...sides);
  const display = createDisplay({ domain, rect: domain, lowest, cut, relief, exaggeration: 1, log: false });
  return { ...display, floor: FLOOR };
}

/** Where the clock stands among the records that are there. */
export const rowOf = ({ count }: Pick<Track, 'count'>, t: number): number => Math.min(drawnRow(t), count - 1);

/** What a net says over its input plane, at the clock, with the samples standing on it. */
export function NetRelief({ drawn, run, track, box, pointables }: Props) {
  const t = useText();
  const { clock } = useSession();
  const { shared, map, view, invalidate } = useRelief(drawn, run.data.task === 'classes' ? classes : values);
  const { data } = run;
  const display = useMemo(() => displayOf(data), [data]);
  const { palette } = drawn;
  const { train, task } = run.data;
  const dots = useMemo(() => {
    const [standing, lying] = [true, false].map(
      (halo) => new Marks(shared, train.count, { value: 1 }, { halo: halo ? 1 : 0, pull: 0.35 }),
    ) as [Marks, Marks];
    standing.object.renderOrder = order.mark;
    lying.object.renderOrder = order.planMark;
    return {
      standing,
      lying,
      dispose() {
        standing.dispose();
        lying.dispose();
      },
    };
  }, [shared, train]);
  useDispose(dots);
  const scratch = useMemo(() => ({ field: new Float32Array(CELLS), row: NaN, track: null as Track | null }), []);
  useLayoutEffect(() => {
    setDisplay(shared, display);
    setRect(shared, display.domain);
    const [low, high] = heightsOf(data);
    // No line where a net is sure of itself: it would be noise.
    shared.uContour.value.set(low + 0.1 * (high - low), (high - low) / 5);
    shared.uTick.value.set(0.5, 0.5);
    shared.uCut.value = high + 100 * (high - low);
    scratch.row = NaN;
    invalidate();
  }, [shared, display, data, scratch, invalidate]);
  useEffect(() => {
    dots.standing.setHalo(rgb(palette.halo));
    const mark = (i: number, lies: boolean): Mark => ({
      x: train.x[train.inputs * i]!,
      y: train.inputs > 1 ? train.x[train.inputs * i + 1]! : 0,
      f: lies ? ON_PLAN : 0,
      row: 0,
      colour: rgb(classColours[palette.theme][train.labels?.[i] === 1 ? 1 : 0]),
      diameter: lies ? 3.4 : train.count > 120 ? 5.2 : 6.4,
      // Told apart without their hue, too.
      shape: train.labels?.[i] === 1 ? markShapes.diamond : markShapes.disc,
    });
    dots.standing.set(Array.from({ length: train.count }, (_, i) => mark(i, false)));
    dots.lying.set(task === 'classes' ? Array.from({ length: train.count }, (_, i) => mark(i, true)) : []);
    scratch.row = NaN;
    invalidate();
  }, [dots, palette, train, task, scratch, invalidate]);
  useEffect(() => clock.subscribe(() => invalidate()), [clock, invalidate]);
  useEffect(() => invalidate(), [track, invalidate]);
  useFrame(() => {
    const row = rowOf(track, clock.t);
    if (scratch.row === row && scratch.track?.fields.buffer === track.fields.buffer) return;
    scratch.row = row;
    scratch.track = track;
    mixRows(track.fields, row, scratch.field);
    map.set(scratch.field, FIELD, display.domain);
    for (let i = 0; i < train.count; i++) {
      const x = train.x[train.inputs * i]!;
      const y = train.inputs > 1 ? train.x[train.inputs * i + 1]! : 0;
      dots.standing.move(i, x, y, task === 'classes' ? map.value(x, y) : train.targets[i]!);
    }
  });
  usePointable(pointables, box, ({ origin, direction }) => {
    const at = pick(display, map, display.domain, heightsOf(data)[1] * 1.01, origin, direction);
    if (!at) return null;
    const said = map.value(at.x, at.y);
    const place = (id: string, label: string, value: number) => ({ id, label, value: t.number(value, 3) });
    const flat = train.inputs < 2;
    return {
      title: track.name,
      rows: [
        ...(flat ? [place('x', 'x', at.x)] : [place('x', 'x₁', at.x), place('y', 'x₂', at.y)]),
        task === 'classes'
          ? { id: 'says', label: t('net.point.probability'), value: `${t.fixed(100 * said, 1)} %` }
          : place('says', t('net.point.value'), said),
      ],
      ...(flat ? {} : { input: [at.x, at.y] as const }),
    };
  });
  return (
    <>
      <primitive object={view.object} />
      <primitive object={dots.lying.object} />
      <primitive object={dots.standing.object} />
    </>
  );
}

/** The record at a row, fractional between two. */
function mixRows(fields: Float32Array, row: number, out: Float32Array): void {
  const first = Math.floor(row);
  const part = row - first;
  const at = first * CELLS;
  for (let i = 0; i < CELLS; i++) {
    const a = fields[at + i]!;
    out[i] = part === 0 ? a : a + part * (fields[at + CELLS + i]! - a);
  }
}
