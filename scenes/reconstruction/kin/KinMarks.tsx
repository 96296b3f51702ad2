import { useMemo } from 'react';
import type { KinMap } from '../jobs/api.ts';
import { FormMarks } from '../../../src/view/clouds/FormMarks.tsx';
import { rgb } from '../../../src/view/palette.ts';
import { inkOf, kinColour } from './inks.ts';
import type { Drawn } from '../../../src/scene/PaneStage.tsx';

interface Props extends Drawn {
  readonly map: KinMap;
  /** The one that is pointed at; −1: none. */
  readonly lit: number;
}

/** The gallery's shapes: each a mark in its category's ink. */
export function KinMarks({ uniforms, space, palette, map, lit }: Props) {
  const { shapes, places } = map;
  const forms = useMemo(() => Float32Array.from(shapes, ({ category }) => inkOf(category).shape), [shapes]);
  const colours = useMemo(
    () => Float32Array.from(shapes.flatMap(({ category }) => rgb(kinColour(palette, category)))),
    [shapes, palette],
  );
  return <FormMarks uniforms={uniforms} space={space} places={places} forms={forms} colours={colours} lit={lit} />;
}
