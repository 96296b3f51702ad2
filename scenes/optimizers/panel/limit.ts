import { optimizerOf } from '../../../src/optimizers/index.ts';
import { restingCurvature } from '../../../src/surfaces/curvature.ts';
import type { SliderLimit } from '../../../src/ui/controls/Slider.tsx';
import type { Words } from '../../../src/ui/useText.ts';
import type { LabState, RunState } from '../state/types.ts';

/**
 * From which learning rate on a run no longer comes to rest, where that is known; null elsewhere, and where lr changes on the way, which
 * no single mark can tell.
 */
export function stableRate({ surface, disturbance }: LabState, { optimizer, params }: RunState) {
  const { stableBelow } = optimizerOf(optimizer);
  if (!stableBelow || (disturbance.lrChange ?? disturbance.schedule)) return null;
  const curvature = restingCurvature(surface, surface.params);
  const value = curvature === null ? NaN : stableBelow(params, curvature.largest);
  return curvature !== null && value > 0 && Number.isFinite(value) ? { value, curvature } : null;
}

/** The same as the learning rate's slider shows and speaks it. */
export function rateLimit(t: Words, state: LabState, run: RunState): SliderLimit | null {
  const found = stableRate(state, run);
  if (!found) return null;
  const { value, curvature } = found;
  const limit = t.number(value, 4);
  const said = { limit, curvature: t.number(curvature.largest, 4) };
  const text = curvature.at
    ? t('panel.limit.near', { ...said, x: t.number(curvature.at[0], 3), y: t.number(curvature.at[1], 3) })
    : t('panel.limit', said);
  return { value, text, beyond: t('panel.limit.beyond', { limit }) };
}
