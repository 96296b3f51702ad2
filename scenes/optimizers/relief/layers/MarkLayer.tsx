import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import type { RunView } from '../../runs/runViews.ts';
import { MAX_ENABLED } from '../../state/defaults.ts';
import type { LabState } from '../../state/types.ts';
import { contains } from '../../../../src/surfaces/domain.ts';
import type { Point2 } from '../../../../src/surfaces/types.ts';
import { Marks, markShapes, ON_PLAN, type Mark } from '../../../../src/view/marks.ts';
import { order } from '../../../../src/view/order.ts';
import { inkColour, rgb, type Palette } from '../../../../src/view/palette.ts';
import { createPlumbs } from '../../../../src/view/plumb.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import type { FrameState } from '../frameState.ts';
import type { SceneModel } from '../model.ts';
import { exitsOf, standsOnPlan } from '../exits.ts';
import { useLitRun } from '../useLitRun.ts';

export interface MarkLayerProps {
  readonly shared: SharedUniforms;
  readonly model: SceneModel;
  readonly frame: FrameState;
  readonly state: LabState;
  readonly runs: readonly RunView[];
  /** Where the visitor says that a run will be. */
  readonly guess: Point2 | null;
  readonly palette: Palette;
}

const ALWAYS = { value: Infinity };
const STILL_CAPACITY = 64;

/** Heads with their plumb lines, the start, the known minima, where paths leave, and the visitor's own mark. */
export function MarkLayer({ shared, model, frame, state, runs, guess, palette }: MarkLayerProps) {
  const invalidate = useThree((three) => three.invalidate);
  const lit = useLitRun();
  const parts = useMemo(() => {
    const row = { value: 0 };
    const built = {
      row,
      group: new Group(),
      still: new Marks(shared, STILL_CAPACITY, row, { pull: 0.25 }),
      plan: new Marks(shared, STILL_CAPACITY, row, { pull: 0.05 }),
      heads: new Marks(shared, MAX_ENABLED, ALWAYS, { pull: 0.35 }),
      behind: new Marks(shared, MAX_ENABLED, ALWAYS, { pull: 0.35, behind: true, opacity: 0.35 }),
      plumbs: createPlumbs(shared, MAX_ENABLED),
    };
    built.still.object.renderOrder = order.mark;
    built.plan.object.renderOrder = order.planMark;
    built.heads.object.renderOrder = order.head;
    built.behind.object.renderOrder = order.head;
    built.group.add(
      built.plan.object,
      built.plumbs.object,
      built.still.object,
      built.behind.object,
      built.heads.object,
    );
    return built;
  }, [shared]);
  useEffect(
    () => () => {
      for (const part of [parts.still, parts.plan, parts.heads, parts.behind, parts.plumbs]) part.dispose();
    },
    [parts],
  );
  const { start, surface, plan } = state;
  useEffect(() => {
    const ink = rgb(palette.ink);
    const still = { row: 0, colour: ink };
    const [x, y] = start;
    const startMark: Mark = { ...still, x, y, f: model.objective.value(x, y), diameter: 15, shape: markShapes.ring };
    const exits = runs.flatMap((run) =>
      exitsOf(run, model).map((exit): Mark => ({
        ...exit,
        // Above the rim nothing is drawn: there the mark stands where the shadow leaves the plan.
        f: standsOnPlan(exit, model) ? ON_PLAN : exit.f,
        colour: rgb(inkColour(palette.theme, run.ink)),
        diameter: 11,
        shape: markShapes.cross,
      })),
    );
    // Vermilion is what is selected; the visitor's place is.
    const own = guess && {
      ...still,
      x: guess[0],
      y: guess[1],
      f: model.objective.value(...guess),
      colour: rgb(palette.accent),
      diameter: 17,
      shape: markShapes.cross,
    };
    const ownMarks: readonly Mark[] = own && own.f <= state.cut ? [own] : [];
    const ownOnPlan: readonly Mark[] = own ? [{ ...own, f: ON_PLAN }] : [];
    const onPlan = plan ? exits.filter(({ f }) => f === ON_PLAN) : [];
    parts.still.set([startMark, ...ownMarks, ...exits.filter(({ f }) => f !== ON_PLAN)].slice(0, STILL_CAPACITY));
    const minima = surface.minima.map(({ at }): Mark => ({
      ...still,
      x: at[0],
      y: at[1],
      f: ON_PLAN,
      diameter: 13,
      shape: markShapes.plus,
    }));
    parts.plan.set(
      plan
        ? [{ ...startMark, f: ON_PLAN, diameter: 12 }, ...ownOnPlan, ...minima, ...onPlan].slice(0, STILL_CAPACITY)
        : [],
    );
    const heads = runs.map((run): Mark => ({
      ...still,
      x,
      y,
      f: 0,
      colour: rgb(inkColour(palette.theme, run.ink)),
      diameter: run.id === lit ? 24 : run.id === state.selected ? 17 : 14,
      shape: run.ink.shape,
    }));
    parts.heads.set(heads);
    parts.behind.set(heads);
    parts.plumbs.setCount(plan ? runs.length : 0);
    parts.plumbs.setColour(ink);
    for (const marks of [parts.still, parts.heads, parts.behind]) marks.setHalo(rgb(palette.halo));
    parts.plan.setHalo(rgb(palette.plan));
    invalidate();
  }, [parts, start, surface, plan, model, runs, guess, palette, state.selected, state.cut, lit, invalidate]);
  useFrame(() => {
    parts.row.value = frame.row;
    const { domain } = model.display;
    for (let i = 0; i < runs.length; i++) {
      const x = frame.heads[3 * i] as number;
      const y = frame.heads[3 * i + 1] as number;
      const f = frame.heads[3 * i + 2] as number;
      parts.heads.move(i, x, y, f);
      parts.behind.move(i, x, y, f);
      parts.plumbs.move(i, x, y, f, contains(domain, x, y) && f <= frame.cut);
    }
  });
  return <primitive object={parts.group} />;
}
