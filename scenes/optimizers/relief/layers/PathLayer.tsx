import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import type { RunView } from '../../runs/runViews.ts';
import { inkColour, type Palette } from '../../../../src/view/palette.ts';
import { PathView } from '../../../../src/view/path.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import { useThinning } from './useThinning.ts';
import type { FrameState } from '../frameState.ts';
import type { SceneModel } from '../model.ts';

export interface PathLayerProps {
  readonly shared: SharedUniforms;
  readonly model: SceneModel;
  readonly frame: FrameState;
  readonly runs: readonly RunView[];
  readonly selected: string | null;
  readonly palette: Palette;
  readonly plan: boolean;
  /** Hands out the drawn paths, for inspection and labels. */
  readonly onPaths: (paths: ReadonlyMap<string, PathView>) => void;
}

/** How far above the highest cut f is still told apart. */
const TALLEST = 50;

/** One path a run; a path is rebuilt when its record, look or place in the order changes, else only grown. */
export function PathLayer({ shared, model, frame, runs, selected, palette, plan, onPaths }: PathLayerProps) {
  const invalidate = useThree((state) => state.invalidate);
  const group = useMemo(() => new Group(), []);
  const paths = useMemo(() => new Map<string, { readonly key: readonly unknown[]; readonly path: PathView }>(), []);
  useEffect(
    () => () => {
      for (const { path } of paths.values()) path.dispose();
      paths.clear();
      group.clear();
    },
    [paths, group],
  );
  useEffect(() => {
    const { objective, lowest, display } = model;
    const ordered = [...runs].sort((a, b) => Number(a.id === selected) - Number(b.id === selected));
    const alive = new Set(runs.map((run) => run.id));
    for (const [id, { path }] of paths) {
      if (alive.has(id)) continue;
      group.remove(path.object);
      path.dispose();
      paths.delete(id);
    }
    ordered.forEach((run, layer) => {
      const tallest = lowest + TALLEST * (display.reference - lowest);
      const key = [run.record, objective, palette, run.ink.hue, run.id === selected, layer, tallest];
      const before = paths.get(run.id);
      if (before?.key.every((value, i) => value === key[i])) return;
      if (before) {
        group.remove(before.path.object);
        before.path.dispose();
      }
      const path = new PathView(shared, {
        record: run.record,
        objective,
        domain: display.domain,
        tallest,
        colour: inkColour(palette.theme, run.ink),
        selected: run.id === selected,
        layer,
        palette,
      });
      paths.set(run.id, { key, path });
      group.add(path.object);
    });
    for (const { path } of paths.values()) path.setPlan(plan);
    onPaths(new Map([...paths].map(([id, { path }]) => [id, path])));
    invalidate();
  }, [shared, model, runs, selected, palette, plan, paths, group, onPaths, invalidate]);
  useThinning(paths, model, runs, shared);
  useFrame(() => {
    for (const entry of paths.values()) entry.path.grow(frame.row);
  });
  return <primitive object={group} />;
}
