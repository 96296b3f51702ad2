import type { Domain, Point2 } from '../../../src/surfaces/types.ts';
import { isDrawable } from '../state/fields.ts';
import type { LabSession } from '../model.ts';

/** Where neighbouring starts have no numbers of their own even in float64. */
const FINEST = 1e-11;

/** A window `by` times as wide about a place, in the domain and with its proportions; null: all of it. */
export function zoomed(window: Domain, domain: Domain, [x, y]: Point2, by: number): Domain | null {
  const [x0, x1, y0, y1] = domain;
  const width = by * (window[1] - window[0]);
  if (width >= x1 - x0) return null;
  const height = (width * (y1 - y0)) / (x1 - x0);
  const left = Math.min(Math.max(x - width / 2, x0), x1 - width);
  const low = Math.min(Math.max(y - height / 2, y0), y1 - height);
  return [left, left + width, low, low + height].map((value) => Number(value.toPrecision(13))) as unknown as Domain;
}

/** Looks closer about a place, or from farther away; stays where nothing finer can be drawn. */
export function zoomBy({ store }: LabSession, by: number, about?: Point2): void {
  const { surface, zoom, start, view, camera } = store.get().state;
  const next = zoomed(zoom ?? surface.domain, surface.domain, about ?? start, by);
  const largest = Math.max(...surface.domain.map(Math.abs));
  const fits = view === 'relief' ? isDrawable : ([x0, x1]: Domain) => x1 - x0 > FINEST * largest;
  if (next && by < 1 && !fits(next)) return;
  store.update({
    zoom: next ?? undefined,
    near: undefined,
    camera: camera ? { ...camera, zoom: 1, pan: [0, 0, 0] } : undefined,
  });
}
