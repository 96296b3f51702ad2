import { useFrame } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { Group, type PerspectiveCamera } from 'three';
import { useSession } from '../../../src/runs/session.tsx';
import type { Drawn } from '../../../src/scene/stage.ts';
import { FollowLabels, type FollowLabel } from '../../../src/scene/parts/FollowLabels.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { clipFromWorld, projectTo } from '../../../src/view/clouds/project.ts';
import { heightsOf } from '../../../src/view/heightMap.ts';
import { displayPoint, type Display } from '../../../src/view/display.ts';
import { Marks } from '../../../src/view/marks.ts';
import { order } from '../../../src/view/order.ts';
import { PathView } from '../../../src/view/path.ts';
import { rgb } from '../../../src/view/palette.ts';
import { pick } from '../../../src/view/pick.ts';
import { setDisplay, setRect } from '../../../src/view/uniforms.ts';
import { useDispose } from '../../../src/view/useDispose.ts';
import type { Look } from '../model.ts';
import { colourOf, idsOf, shapeOf, updateAt } from '../read.ts';
import { rowOf } from './NetRelief.tsx';
import { usePointable, type Pointables, type Ray } from '../../../src/scene/parts/Pointing.tsx';
import type { StartsLook } from '../starts/look.ts';
import { reachedAt, useStartsDrape } from '../starts/useStartsDrape.ts';
import { terrainOf } from './terrain.ts';
import { createTruth } from './truth.ts';
import { useRelief } from './useRelief.ts';

interface Props {
  readonly drawn: Drawn;
  readonly box: number;
  readonly look: Look;
  readonly selected: string;
  readonly log: boolean;
  /** Whether the true losses are drawn. */
  readonly truth: boolean;
  /** Where trainings from the plane end; null: it wears the colours of its heights. */
  readonly starts: StartsLook | null;
  readonly pointables: Pointables;
}

/** How far above the cut f is still told apart. */
const TALLEST = 20;

/** The loss over a plane through the weights, with the paths draped over it and their true losses above their shadows. */
export function LossRelief({ drawn, box, look, selected, log, truth, starts, pointables }: Props) {
  const t = useText();
  const { clock } = useSession();
  const { palette, boxes, holder } = drawn;
  const { shared, map, view, invalidate } = useRelief(drawn, null);
  const { landscape, run } = look;
  const terrain = useMemo(() => terrainOf(landscape, log), [landscape, log]);
  const ids = useMemo(() => idsOf(run), [run]);
  const place = Math.max(
    ids.findIndex((id) => id === selected),
    0,
  );
  const ground = useMemo(() => heightsOf(terrain.heights, landscape.size, landscape.domain), [landscape, terrain]);
  // With the commit that brings the paths over it: no frame shows the one without the other.
  useLayoutEffect(() => {
    map.show(ground);
    const { display, cut, contour, tick } = terrain;
    setDisplay(shared, display);
    setRect(shared, display.domain);
    shared.uContour.value.set(...contour);
    shared.uTick.value.set(tick, tick);
    shared.uCut.value = cut;
    invalidate();
  }, [shared, map, ground, terrain, invalidate]);
  useStartsDrape(shared, starts, palette.theme, invalidate);
  const things = useMemo(() => {
    const { display, cut, heightOf } = terrain;
    const tallest = display.lowest + TALLEST * (cut - display.lowest);
    const farthest = Math.max(...landscape.paths.flatMap(({ residual }) => [...residual]).filter(Number.isFinite), 0);
    const object = new Group();
    const paths = landscape.paths.map((path, i) => {
      const id = ids[i]!;
      const colour = colourOf(palette.theme, ids, id);
      const count = path.alpha.length;
      const x = new Float64Array(2 * count);
      const f = new Float64Array(count);
      for (let k = 0; k < count; k++) {
        x.set([path.alpha[k]!, path.beta[k]!], 2 * k);
        f[k] = ground.value(path.alpha[k]!, path.beta[k]!);
      }
      const chosen = i === place;
      const record = { count, x, f };
      const { domain } = display;
      const shadow = new PathView(shared, {
        ...{ record, objective: ground, domain, tallest, colour, palette },
        ...{ selected: chosen, layer: chosen ? ids.length : i },
      });
      const row = { value: 0 };
      const inputs = {
        path,
        surface: (a: number, b: number) => ground.value(a, b),
        colour,
        palette,
        tallest,
        farthest,
        heightOf,
      };
      const above = truth ? createTruth(shared, inputs, row) : null;
      object.add(shadow.object);
      if (above) object.add(above.object);
      return { id, x, f, shadow, above, row, count };
    });
    const heads = new Marks(shared, paths.length, { value: 1 }, { halo: 1.6, pull: 0.5 });
    heads.setHalo(rgb(palette.halo));
    heads.set(
      paths.map(({ id, x, f }, i) => ({
        ...{ x: x[0]!, y: x[1]!, f: f[0]!, row: 0, shape: shapeOf(ids, id) },
        ...{ colour: rgb(colourOf(palette.theme, ids, id)), diameter: i === place ? 15 : 12 },
      })),
    );
    heads.object.renderOrder = order.head;
    object.add(heads.object);
    return {
      object,
      paths,
      heads,
      dispose() {
        for (const { shadow, above } of paths) {
          shadow.dispose();
          above?.dispose();
        }
        heads.dispose();
      },
    };
  }, [terrain, landscape, ground, shared, palette, place, truth, ids]);
  useDispose(things);
  const at = useMemo(() => Float64Array.from({ length: 3 * things.paths.length }), [things]);
  const seen = useMemo(() => ({ camera: '', things: null as object | null, pixels: new Float64Array(2 * 300) }), []);
  useFrame(({ camera, size }) => {
    // Dots that would lie on one another are left out, whenever the picture is seen anew.
    const now = `${camera.matrixWorld.elements.join()} ${size.width} ${size.height}`;
    if (seen.camera === now && seen.things === things) return;
    seen.camera = now;
    seen.things = things;
    const clip = clipFromWorld(camera as PerspectiveCamera);
    const world = { x: 0, y: 0, z: 0 };
    const spot = { x: 0, y: 0, depth: 0 };
    for (const { shadow, x, f, count } of things.paths) {
      for (let k = 0; k < count; k++) {
        displayPoint(terrain.display, x[2 * k]!, x[2 * k + 1]!, f[k]!, world);
        projectTo(clip, size, world.x, world.y, world.z, spot);
        seen.pixels[2 * k] = spot.x;
        seen.pixels[2 * k + 1] = spot.y;
      }
      shadow.thin(seen.pixels, 1);
    }
  }, -2);
  useFrame(() => {
    things.paths.forEach(({ shadow, row, x, f, count }, i) => {
      const now = rowOf({ count }, clock.t);
      shadow.grow(now);
      row.value = now;
      const k = Math.floor(now);
      const part = now - k;
      const next = Math.min(k + 1, count - 1);
      at[3 * i] = x[2 * k]! + part * (x[2 * next]! - x[2 * k]!);
      at[3 * i + 1] = x[2 * k + 1]! + part * (x[2 * next + 1]! - x[2 * k + 1]!);
      at[3 * i + 2] = part === 0 ? f[k]! : ground.value(at[3 * i]!, at[3 * i + 1]!);
      things.heads.move(i, at[3 * i]!, at[3 * i + 1]!, at[3 * i + 2]!);
    });
  }, -1);
  useEffect(() => {
    invalidate();
    return clock.subscribe(() => invalidate());
  }, [clock, things, invalidate]);
  const labels = useMemo(
    () =>
      things.paths.map(({ id }, i): FollowLabel => {
        const out = { x: 0, y: 0, z: 0 };
        return {
          ...{ id, text: run.tracks[i]!.name, colour: colourOf(palette.theme, idsOf(run), id) },
          where() {
            displayPoint(terrain.display, at[3 * i]!, at[3 * i + 1]!, Math.min(at[3 * i + 2]!, terrain.cut), out);
            return [[out.x, out.y, out.z]];
          },
        };
      }),
    [things, terrain, palette, run, at],
  );
  usePointable(pointables, box, (ray) => {
    const { display, cut } = terrain;
    const number = (id: string, label: string, value: number) => ({ id, label, value: t.number(value, 3) });
    const near = nearestOf(ray, things.paths, display, clock.t);
    if (near) {
      const path = landscape.paths[near.place]!;
      const { row } = near;
      return {
        title: t('net.point.path', { optimizer: run.tracks[near.place]!.name, update: updateAt(run, row) }),
        colour: colourOf(palette.theme, ids, ids[near.place]!),
        rows: [
          number('loss', t('net.number.true'), path.loss[row]!),
          number('shadow', t('net.point.shadow'), path.shadow[row]!),
          number('residual', t('net.number.residual'), path.residual[row]!),
        ],
      };
    }
    const at = pick(display, ground, display.domain, cut, ray.origin, ray.direction);
    if (!at) return null;
    const height = ground.value(at.x, at.y);
    const reached = starts ? reachedAt(starts, at.x, at.y) : NaN;
    return {
      title: t('net.loss.title'),
      rows: [
        number('alpha', 'α', at.x),
        number('beta', 'β', at.y),
        number('loss', t('net.number.loss'), log ? 10 ** height : height),
        ...(Number.isFinite(reached) ? [number('reached', t('net.starts.reached'), reached)] : []),
      ],
    };
  });
  const pane = boxes[box];
  return (
    <>
      <primitive object={view.object} />
      <primitive object={things.object} />
      {pane && <FollowLabels labels={labels} box={pane} holder={holder} />}
    </>
  );
}

interface Draped {
  readonly x: Float64Array;
  readonly f: Float64Array;
  readonly count: number;
}

/** The record nearest to the pointer, of those that are drawn. */
function nearestOf({ distanceTo, reach }: Ray, paths: readonly Draped[], display: Display, t: number) {
  let best: { readonly place: number; readonly row: number } | null = null;
  let least = reach;
  const world = { x: 0, y: 0, z: 0 };
  paths.forEach(({ x, f, count }, place) => {
    for (let row = 0; row <= rowOf({ count }, t); row++) {
      const distance = distanceTo(displayPoint(display, x[2 * row]!, x[2 * row + 1]!, f[row]!, world));
      if (!(distance < least)) continue;
      least = distance;
      best = { place, row };
    }
  });
  return best as { readonly place: number; readonly row: number } | null;
}
