import { useFrame, useThree } from '@react-three/fiber';
import { useMemo, useState } from 'react';
import type { Points } from '../../../src/clouds/types.ts';
import { identity } from '../../../src/math/matrix4.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { Drawn } from '../../../src/scene/stage.ts';
import { inkColours } from '../../../src/state/ink.ts';
import { ShapePoints } from '../answer/ShapePoints.tsx';
import { model, type Many } from '../model.ts';
import { placeInGrid, shiftInto } from './grid.ts';
import { spreadLimit } from './spreadLimit.ts';

/** Usual dots are of one answer a pane. */
const SIZE = 0.8;

/** All answers side by side, each in a hue of its own or coloured by how far it is from the others; under way the clock's one among the others, pale. */
export function ManyClouds({ many, ...drawn }: Drawn & { readonly many: Many }) {
  const colour = model.useState((state) => state.manyColour);
  const size = model.useState((state) => state.size);
  const { samples, spread } = many;
  const step = useStep();
  const alone = step >= 1 && step <= samples.length ? step - 1 : null;
  const hues = inkColours[drawn.palette.theme];
  const limit = useMemo(() => (spread ? spreadLimit(spread.values) : 0), [spread]);
  return samples.map((points, s) => {
    const told = alone === null || alone === s;
    return (
      <OneOfMany
        key={s}
        {...drawn}
        place={placeInGrid(s, samples.length)}
        points={points}
        {...(told ? { colour: hues[s % hues.length]! } : {})}
        size={SIZE * size}
        residuals={told && colour === 'spread' && spread ? spread.values[s]! : null}
        limit={limit}
      />
    );
  });
}

interface OneProps extends Drawn {
  readonly place: readonly [right: number, up: number];
  readonly points: Points;
  readonly colour?: string;
  readonly size: number;
  readonly residuals: ArrayLike<number> | null;
  readonly limit: number;
}

/** One answer in its place of the picture; who turns the camera turns each about its own middle. */
function OneOfMany({ place, ...props }: OneProps) {
  const get = useThree((state) => state.get);
  const [pose] = useState(identity);
  const { space } = props;
  const [axes] = useState(() => ({ right: new Float64Array(3), up: new Float64Array(3) }));
  useFrame(() => {
    // Columns of world ← camera.
    const { elements } = get().camera.matrixWorld;
    for (let k = 0; k < 3; k++) {
      axes.right[k] = elements[k]!;
      axes.up[k] = elements[4 + k]!;
    }
    shiftInto(place, axes, space, pose);
  }, -1);
  return <ShapePoints {...props} pose={pose} />;
}
