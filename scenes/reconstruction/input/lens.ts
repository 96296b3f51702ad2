/** How the picture lies in its room: a zoom about its middle and a shift in CSS pixels. */
export interface Lens {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const asWhole: Lens = { zoom: 1, x: 0, y: 0 };
const MOST_ZOOM = 12;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The lens after everything at `from` has gone to `to`, `factor` times as large; both are seen from the room's middle. */
export function zoomed({ zoom, x, y }: Lens, factor: number, from: Place, to: Place = from): Lens {
  const next = Math.min(MOST_ZOOM, Math.max(1, zoom * factor));
  if (next === 1) return asWhole;
  const real = next / zoom;
  return { zoom: next, x: to.x - real * (from.x - x), y: to.y - real * (from.y - y) };
}

/** The lens after of two fingers one has moved `from` … `to` while the other stood `still`: the picture goes along. */
export function pinched(lens: Lens, from: Place, to: Place, still: Place): Lens {
  const between = ({ x, y }: Place): Place => ({ x: (x + still.x) / 2, y: (y + still.y) / 2 });
  const apart = ({ x, y }: Place) => Math.max(1, Math.hypot(x - still.x, y - still.y));
  return zoomed(lens, apart(to) / apart(from), between(from), between(to));
}
