import type { RunView } from './runs/runViews.ts';
import type { LabState } from './state/types.ts';
import { surfaceName } from '../../src/surfaces/name.ts';
import type { Words } from '../../src/ui/useText.ts';

/** The scene at `step` in words; while it plays only what does not change with the step. */
export function summaryOf(t: Words, state: LabState, runs: readonly RunView[], step: number, playing: boolean): string {
  const scene = t('summary.scene', {
    surface: surfaceName(t.language, state.surface),
    view: t(`view.${state.view}`),
    x: t.number(state.start[0]),
    y: t.number(state.start[1]),
  });
  if (playing) return scene + t('sentence.gap') + t('summary.playing');
  const where = runs.map(({ name, record }) => {
    if (record.divergedAt !== null && step >= record.divergedAt) {
      return t('summary.run.stopped', { optimizer: name, step: record.divergedAt });
    }
    const row = Math.min(step, record.count - 1);
    return t('summary.run', {
      optimizer: name,
      x: t.number(record.x[2 * row] as number, 3),
      y: t.number(record.x[2 * row + 1] as number, 3),
      f: t.number(record.f[row] as number, 3),
    });
  });
  const told = where.length > 0 ? where : [t('summary.none')];
  return [scene, t('summary.step', { step, steps: state.steps }), ...told].join(t('sentence.gap'));
}
