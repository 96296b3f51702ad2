import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { Vector3 } from 'three';
import type { Box } from '../../../../src/math/box.ts';
import { useSession } from '../../../../src/runs/session.tsx';
import { PRESENTING_SCALE } from '../../state/defaults.ts';
import type { LabState } from '../../state/types.ts';
import type { PathView } from '../../../../src/view/path.ts';
import { LabelLayer, type LabelSpec } from '../../../../src/view/LabelLayer.ts';
import type { Occupancy } from '../../../../src/view/labels.ts';
import { displayPoint, floorPoint } from '../../../../src/view/display.ts';
import { inkColour } from '../../../../src/view/palette.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import type { FrameState } from '../frameState.ts';
import { labelSpecs, type LabelInputs, type Projector } from '../labels/index.ts';
import { useLitRun } from '../useLitRun.ts';
import { usePicture } from '../usePicture.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';

export interface LabelOverlayProps extends Omit<LabelInputs, 'project' | 'eye' | 'lit'> {
  readonly shared: SharedUniforms;
  readonly overlay: HTMLElement;
  readonly panels: readonly Box[];
  readonly paths: ReadonlyMap<string, PathView>;
  readonly instant: boolean;
}

/** While things move labels are placed anew this often, not every frame. */
const SECONDS_BETWEEN_LAYOUTS = 0.12;
/** Pixels kept free on each side of a path, and around a head. */
const PATH_CLEARANCE = 5;
const HEAD_CLEARANCE = 13;

/** Names at the heads, ticks at the plan, notes where something happened: the page's text over the canvas. */
export function LabelOverlay({ shared, overlay, panels, paths, instant, ...rest }: LabelOverlayProps) {
  const { camera, size, invalidate } = useThree();
  const inputs = { ...rest, lit: useLitRun() };
  const layer = useMemo(() => new LabelLayer(overlay), [overlay]);
  const scratch = useMemo(() => new Vector3(), []);
  const scale = scaleOf(inputs.state);
  usePicture(useSession().pictures, shared, layer, inputs.palette);
  const dirty = useRef(true);
  const since = useRef(Infinity);
  const last = useRef({ row: NaN, dots: null as FrameState['dots'], matrix: new Float64Array(32) });
  const led = useRef<readonly LabelSpec[]>([]);
  useDispose(layer);
  useEffect(() => {
    overlay.style.setProperty('--label-scale', String(scale));
    layer.measureAnew();
  }, [overlay, layer, scale]);
  useEffect(() => {
    dirty.current = true;
    invalidate();
  });
  const project: Projector = useMemo(
    () => (world) => {
      scratch.set(world.x, world.y, world.z).project(camera);
      return { x: (scratch.x * 0.5 + 0.5) * size.width, y: (0.5 - scratch.y * 0.5) * size.height };
    },
    [camera, size, scratch],
  );
  useFrame((_, seconds) => {
    const { frame, model, runs, palette } = inputs;
    const before = last.current;
    if (
      before.row !== frame.row ||
      before.dots !== frame.dots ||
      moved(before.matrix, camera.matrixWorld.elements, camera.projectionMatrix.elements)
    ) {
      before.row = frame.row;
      before.dots = frame.dots;
      dirty.current = true;
    }
    since.current += seconds;
    if (dirty.current && since.current >= SECONDS_BETWEEN_LAYOUTS) {
      const specs = labelSpecs({ ...inputs, project, eye: camera.position });
      // Larger text keeps its distance in proportion.
      const scaled = specs.map((spec) => ({
        ...spec,
        wishX: spec.wishX * scale,
        wishY: spec.wishY * scale,
        reach: spec.reach * scale,
      }));
      led.current = scaled.filter(({ led }) => led);
      layer.layout(scaled, size, panels, (taken, firm) => {
        markPaths(taken, firm, inputs, paths, project);
      });
      dirty.current = false;
      since.current = 0;
    }
    const easing = layer.ease(seconds, instant);
    for (let i = 0; i < runs.length; i++) {
      const run = runs[i] as (typeof runs)[number];
      displayPoint(
        model.display,
        frame.heads[3 * i] as number,
        frame.heads[3 * i + 1] as number,
        frame.heads[3 * i + 2] as number,
        scratch,
      );
      const p = project(scratch);
      layer.lead(`head-${run.id}`, p.x, p.y, inkColour(palette.theme, run.ink));
    }
    for (const { id, anchorX, anchorY, colour } of led.current) {
      layer.lead(id, anchorX, anchorY, colour ?? palette.ink);
    }
    if (dirty.current || easing) invalidate();
  });
  return null;
}

/** How much larger than usual text and marks are. */
function scaleOf({ presenting }: LabState): number {
  return presenting ? PRESENTING_SCALE : 1;
}

function moved(before: Float64Array, world: readonly number[], projection: readonly number[]): boolean {
  let changed = false;
  for (let i = 0; i < 16; i++) {
    if (before[i] !== world[i] || before[16 + i] !== projection[i]) changed = true;
    before[i] = world[i] as number;
    before[16 + i] = projection[i] as number;
  }
  return changed;
}

/** What labels must not cover: the paths as drawn, their shadows, and, firm, the heads, the start, the minima. */
function markPaths(
  taken: Occupancy,
  firm: Occupancy,
  { frame, model, runs, state }: Omit<LabelInputs, 'project' | 'eye'>,
  paths: ReadonlyMap<string, PathView>,
  project: Projector,
): void {
  const world = { x: 0, y: 0, z: 0 };
  const { display } = model;
  const scale = scaleOf(state);
  const mark = (x: number, y: number, radius: number) => {
    for (const occupancy of [taken, firm]) occupancy.addPoint(x, y, radius * scale);
  };
  runs.forEach((run, i) => {
    const path = paths.get(run.id);
    if (path) {
      const { data, count } = path.segments;
      const stride = Math.max(1, Math.floor(count / 1500));
      for (let s = 0; s < count; s += stride) {
        const o = 8 * s;
        if ((data[o + 3] as number) > frame.row) break;
        const [ax, ay, af, , bx, by, bf] = data.subarray(o, o + 8) as unknown as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        if (af <= frame.cut) {
          const a = { ...project(displayPoint(display, ax, ay, af, world)) };
          const b = project(displayPoint(display, bx, by, bf, world));
          taken.addLine(a.x, a.y, b.x, b.y, PATH_CLEARANCE * scale);
        }
        if (state.plan) {
          const a = { ...project(floorPoint(display, ax, ay, world)) };
          const b = project(floorPoint(display, bx, by, world));
          taken.addLine(a.x, a.y, b.x, b.y, (PATH_CLEARANCE - 2) * scale);
        }
      }
    }
    const p = project(
      displayPoint(
        display,
        frame.heads[3 * i] as number,
        frame.heads[3 * i + 1] as number,
        frame.heads[3 * i + 2] as number,
        world,
      ),
    );
    if (Number.isFinite(p.x + p.y)) mark(p.x, p.y, HEAD_CLEARANCE);
  });
  const [x, y] = state.start;
  const start = project(displayPoint(display, x, y, model.objective.value(x, y), world));
  mark(start.x, start.y, HEAD_CLEARANCE);
  for (const minimum of state.surface.minima) {
    const p = project(floorPoint(display, minimum.at[0], minimum.at[1], world));
    mark(p.x, p.y, HEAD_CLEARANCE - 4);
  }
}
