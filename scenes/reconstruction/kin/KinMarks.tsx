import { useMemo } from 'react';
import type { KinMap } from '../jobs/api.ts';
import { FormMarks } from '../../../src/view/clouds/FormMarks.tsx';
import { PictureMarks } from '../../../src/view/clouds/PictureMarks.tsx';
import { rgb } from '../../../src/view/palette.ts';
import type { SmallPictures } from './useAtlas.ts';
import { inkOf, kinColour } from './inks.ts';
import type { Drawn } from '../../../src/scene/stage.ts';

interface Props extends Drawn {
  readonly map: KinMap;
  /** Small pictures of them, as far as they are there. */
  readonly small: SmallPictures | null;
  /** The one that is pointed at; −1: none. */
  readonly lit: number;
}

/** The gallery's shapes: each a small picture of itself in its category's hue, and until that is drawn a mark in its category's ink. */
export function KinMarks({ uniforms, space, palette, map, small, lit }: Props) {
  const { shapes, places } = map;
  const { atlas, count } = small ?? { atlas: null, count: 0 };
  const forms = useMemo(
    // A count that grows says that more of `ready` is set.
    () => Float32Array.from(shapes, ({ category }, i) => (count > 0 && atlas?.ready[i] ? -1 : inkOf(category).shape)),
    [shapes, atlas, count],
  );
  const colours = useMemo(
    () => Float32Array.from(shapes.flatMap(({ category }) => rgb(kinColour(palette, category)))),
    [shapes, palette],
  );
  const common = { uniforms, space, places, colours, lit };
  return (
    <>
      <FormMarks {...common} forms={forms} />
      {atlas && (
        <PictureMarks {...common} atlas={atlas.texture} columns={atlas.columns} ready={atlas.ready} count={count} />
      )}
    </>
  );
}
