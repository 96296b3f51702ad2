import { useMemo } from 'react';
import { ANSWER_POINTS } from '../../../src/reconstruction/types.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { inkColours } from '../../../src/state/ink.ts';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { dotDiameter } from '../../../src/view/clouds/cloudView.ts';
import { spreadLimit } from './spreadLimit.ts';
import { model, type Many } from '../model.ts';
import type { Drawn } from '../../../src/scene/PaneStage.tsx';

/** CSS pixels: hues need some area to be told apart. */
const LEAST = 3.1;

/** All answers over one another, each in a hue of its own or coloured by how far they part; under way the clock's one alone before the others, pale. */
export function ManyClouds({ many, ...drawn }: Drawn & { readonly many: Many }) {
  const colour = model.useState((state) => state.manyColour);
  const size = model.useState((state) => state.size);
  const { samples, spread } = many;
  const alone = samples[useStep() - 1] ?? null;
  const diameter = size * Math.max(dotDiameter(samples.length * ANSWER_POINTS), LEAST);
  const hues = inkColours[drawn.palette.theme];
  const all = useMemo(() => joined(samples), [samples]);
  const values = useMemo(() => spread && joined(spread.values), [spread]);
  const limit = useMemo(() => (spread ? spreadLimit(spread.values) : 0), [spread]);
  const pale = useMemo(() => new Uint8Array(all.length / 3).fill(1), [all]);
  if (alone) {
    const hue = hues[samples.indexOf(alone) % hues.length]!;
    return (
      <>
        <CloudPoints {...drawn} role="target" points={all} pale={pale} pose={null} diameter={LEAST / 2} />
        <CloudPoints {...drawn} role="source" points={alone} pose={null} colour={hue} diameter={1.4 * diameter} />
      </>
    );
  }
  if (colour === 'spread') {
    return (
      <CloudPoints
        {...drawn}
        role="source"
        points={all}
        pose={null}
        diameter={diameter}
        residuals={values}
        limit={limit}
      />
    );
  }
  return samples.map((points, s) => (
    <CloudPoints
      key={s}
      {...drawn}
      role="source"
      points={points}
      pose={null}
      colour={hues[s % hues.length]!}
      diameter={diameter}
    />
  ));
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
