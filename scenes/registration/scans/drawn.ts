import type { CloudFile } from '../../../src/io/clouds/types.ts';
import type { Points } from '../../../src/clouds/types.ts';
import { thinned } from '../../../src/view/clouds/thinned.ts';
import { fileColours } from '../../../src/view/clouds/shaded/fileColours.ts';
import type { ShadedCloud } from '../../../src/view/clouds/shaded/shadedView.ts';
import { spaced } from '../../../src/view/clouds/shaded/spacings.ts';
import type { Pair } from '../runs/pair.ts';

/** Both scans as they are drawn: whole, whatever the methods work on. */
export interface DrawnScans {
  readonly source: ShadedCloud;
  readonly target: ShadedCloud;
}

const made = new WeakMap<Pair, DrawnScans>();

/** Made when they are first drawn. null: the pair is a model and a scene of it, which are drawn as ink. */
export function drawnScans(pair: Pair): DrawnScans | null {
  if (pair.mesh || pair.kinds) return null;
  let drawn = made.get(pair);
  if (!drawn) {
    const { source, target, files } = pair;
    drawn = {
      source: shaded(source.points, files?.source.file ?? null),
      target: shaded(target.points, files?.target.file ?? null),
    };
    made.set(pair, drawn);
  }
  return drawn;
}

function shaded(all: Points, file: CloudFile | null): ShadedCloud {
  const points = thinned(all);
  return { points, ...spaced(points), colours: file && fileColours(file, all, points) };
}
