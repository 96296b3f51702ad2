import type { model } from '../model.ts';
import { MOST, REACH, type OwnPoint } from './points.ts';

type Store = ReturnType<typeof model.open>['store'];

const within = (value: number) => Math.min(Math.max(value, -REACH), REACH);

/** One more point of the reader's own, of the class of the brush. */
export function addPoint(store: Store, [x, y]: readonly [number, number], label: 0 | 1): void {
  const { points } = store.get().state;
  if (points.length >= MOST) return;
  const added: OwnPoint = [within(x), within(y), label];
  store.update({ data: 'own', points: [...points, added] }, 'replace');
}
