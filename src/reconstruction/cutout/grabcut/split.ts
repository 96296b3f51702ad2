import { COMPONENTS, Sums } from './gmm.ts';

/**
 * Colours (r g b one after another) in up to `COMPONENTS` groups: the group that spreads most along its main axis is split at its mean, again and again (Orchard
 * and Bouman 1991). No chance is in it. Answers each colour's group.
 */
export function splitColours(colours: Uint8Array): Uint8Array {
  const count = colours.length / 3;
  const group = new Uint8Array(count);
  const spreads = [axisOf(sumsOf(colours, group, 0))];
  while (spreads.length < COMPONENTS) {
    const widest = spreads.reduce((best, { spread }, k) => (spread > spreads[best]!.spread ? k : best), 0);
    const { axis, mean, spread } = spreads[widest]!;
    if (spread < 1) break;
    const added = spreads.length;
    for (let i = 0; i < count; i++) {
      if (group[i] !== widest) continue;
      let along = 0;
      for (let c = 0; c < 3; c++) along += axis[c]! * (colours[3 * i + c]! - mean[c]!);
      if (along > 0) group[i] = added;
    }
    spreads[widest] = axisOf(sumsOf(colours, group, widest));
    spreads.push(axisOf(sumsOf(colours, group, added)));
  }
  return group;
}

function sumsOf(colours: Uint8Array, group: Uint8Array, of: number): Sums {
  const sums = new Sums();
  group.forEach((own, i) => {
    if (own === of) sums.add(colours[3 * i]!, colours[3 * i + 1]!, colours[3 * i + 2]!);
  });
  return sums;
}

/** The direction of largest spread, by the power method, and the summed squares along it. */
function axisOf(sums: Sums) {
  const [rr, rg, rb, gg, gb, bb] = sums.covariance;
  let axis: readonly number[] = [0.577, 0.59, 0.565];
  let length = 0;
  for (let round = 0; round < 20; round++) {
    const [x = 0, y = 0, z = 0] = axis;
    const next = [rr * x + rg * y + rb * z, rg * x + gg * y + gb * z, rb * x + gb * y + bb * z];
    length = Math.hypot(...next);
    if (!(length > 0)) break;
    axis = next.map((value) => value / length);
  }
  return { axis, mean: sums.mean, spread: sums.count > 1 ? length * sums.count : 0 };
}
