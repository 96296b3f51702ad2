import { number, phrase, type Said } from '../../src/ui/say/said.ts';
import type { Words } from '../../src/ui/useText.ts';
import type { Look } from './model.ts';
import { idsOf, rowAt, trackOf, updateAt } from './read.ts';
import type { Run } from './run/types.ts';

/** What to look at now: how far the selected optimizer has come, and how honest the plane is about it. */
export function sentenceOf(t: Words, run: Run, look: Look | null, selected: string, step: number): Said {
  const track = trackOf(run, selected);
  const row = rowAt(track, step);
  const values = {
    optimizer: { word: track.name, tone: 'plain' },
    update: number(updateAt(run, row), String(updateAt(run, row)), { of: track.id, what: 'update', at: row }),
    loss: number(track.trainLoss[row]!, t.number(track.trainLoss[row]!, 3), {
      of: track.id,
      what: 'trainLoss',
      at: row,
    }),
  } as const;
  const place = idsOf(run).indexOf(track.id);
  const path = look?.run === run ? look.landscape.paths[place] : undefined;
  if (row === 0) return phrase(t.language, 'net.say.start', values);
  // A first look at a training under way has not come so far.
  if (!path || row >= path.loss.length) return phrase(t.language, 'net.say.training', values);
  const residual = path.residual[Math.min(row, path.residual.length - 1)]!;
  return phrase(t.language, 'net.say', {
    ...values,
    residual: number(residual, t.number(residual, 3), { of: track.id, what: 'residual', at: row }),
  });
}
