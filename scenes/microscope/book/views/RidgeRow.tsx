import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { useSession } from '../../../../src/runs/session.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { drawnRow } from '../../../../src/trace/jump.ts';
import { mixHex, rgb } from '../../../../src/view/palette.ts';
import { createRidges } from '../../../../src/view/ridges/ridges.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';
import type { Ridges } from '../picture/types.ts';
import { hueOf } from '../read.ts';
import { grownHeight } from './grown.ts';
import { placeOf, tallOf, type Shape } from './place.ts';

const style = { line: 1.6, tint: 0.4, fade: 0.3 };

/** All ridges of a picture, those of a series in one hue. Made once for a shape of picture; heights are written every frame. */
function createRow({ uniforms }: Pick<Drawn, 'uniforms'>, shape: Shape, bins: number, count: number) {
  const tall = tallOf(shape.rows);
  const series = Array.from({ length: count }, (_, of) => {
    const places = shape.slots.flatMap(({ lines }, slot) =>
      lines.flatMap((line, i) => (line.series === of ? [{ slot, line: i }] : [])),
    );
    const ridges = createRidges(
      uniforms,
      places.map(({ slot, line }) => placeOf(shape, slot, line)),
      bins,
      style,
    );
    return { places, ridges, heights: new Float64Array(places.length * bins) };
  });
  const object = new Group();
  object.add(...series.map(({ ridges }) => ridges.object));
  return {
    object,
    show(picture: Ridges, at: number) {
      for (const { places, ridges, heights } of series) {
        places.forEach(({ slot, line }, i) => {
          const { row, lines } = picture.slots[slot]!;
          for (let bin = 0; bin < bins; bin++)
            heights[i * bins + bin] = tall * grownHeight(picture, lines[line]!, row, bin, at);
        });
        ridges.show(heights);
      }
    },
    setColours({ theme, ink }: Drawn['palette']) {
      series.forEach(({ ridges }, of) => {
        const hue = hueOf(theme, of);
        ridges.setColours(rgb(hue), mixHex(hue, ink, 0.35));
      });
    },
    dispose: () => series.forEach(({ ridges }) => ridges.dispose()),
  };
}

interface Props {
  readonly drawn: Drawn;
  readonly picture: Ridges;
}

/** The curves of an experiment as a row of ridges that rise with the clock. */
export function RidgeRow({ drawn, picture }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { uniforms, palette } = drawn;
  const { rows, bins, series, columns, slots } = picture;
  const shape = JSON.stringify({
    ...{ rows, columns },
    slots: slots.map(({ row, column, lines }) => ({
      row,
      column,
      lines: lines.map((line) => ({ series: line.series })),
    })),
  });
  const row = useMemo(
    () => createRow({ uniforms }, JSON.parse(shape) as Shape, bins, series.length),
    [uniforms, shape, bins, series.length],
  );
  useDispose(row);
  useEffect(() => {
    row.setColours(palette);
    invalidate();
  }, [row, palette, invalidate]);
  useFrame(() => row.show(picture, drawnRow(clock.t)), -1);
  useEffect(() => {
    invalidate();
    return clock.subscribe(() => invalidate());
  }, [clock, row, picture, invalidate]);
  return <primitive object={row.object} />;
}
