import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { drawnRow } from '../../../src/trace/jump.ts';
import { createCloudView } from '../../../src/view/clouds/cloudView.ts';
import { outlierColour } from '../../../src/view/clouds/colours.ts';
import { rgb } from '../../../src/view/palette.ts';
import { model } from '../model.ts';
import type { Drawn } from '../../../src/scene/stage.ts';
import { useDispose } from '../../../src/view/useDispose.ts';

interface Props extends Drawn {
  /** Rows of 3n: the points' places after each step. */
  readonly places: Float64Array;
  readonly count: number;
  /** #rrggbb */
  readonly colour: string;
  /** CSS pixels. */
  readonly diameter: number;
}

/** Points that jump from row to row with the clock. Its buffers stay; a frame writes the places between two rows. */
export function MovingCloud({ uniforms, space, palette, places, count, colour, diameter }: Props) {
  const { clock } = model.useSession();
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(
    () => createCloudView(uniforms, places.slice(0, 3 * count), null, null, 'source'),
    [uniforms, places, count],
  );
  useDispose(view);
  useEffect(() => {
    view.setLook({ colour: rgb(colour), paleColour: outlierColour(palette), diameter, opacity: 1, fade: 0 });
    invalidate();
  }, [view, palette, colour, diameter, invalidate]);
  useEffect(() => clock.subscribe(() => invalidate()), [clock, invalidate]);
  const between = useMemo(() => new Float64Array(3 * count), [count]);
  const rows = places.length / (3 * count) - 1;
  useFrame(() => {
    const row = Math.min(drawnRow(clock.t), rows);
    const from = 3 * count * Math.floor(row);
    const to = 3 * count * Math.ceil(row);
    const part = row - Math.floor(row);
    for (let i = 0; i < between.length; i++) {
      const at = places[from + i]!;
      between[i] = at + part * (places[to + i]! - at);
    }
    view.setPlaces(between);
    view.place(space, null);
  });
  return <primitive object={view.object} />;
}
