import type { RunView } from '../runs/runViews.ts';
import type { Display } from '../../../src/view/display.ts';
import { localModelOf, type LocalModel } from './localModel.ts';
import { sheetOf, type ModelSheet } from './sheet.ts';

/** A model at its bottom is still drawn this part of the cut's height high. */
const LEAST = 0.15;

/** The model of a run at a step with its sheet, as high and wide as the picture asks; null where there is none. */
export function shownSheet(
  run: Pick<RunView, 'record' | 'spec'>,
  step: number,
  { display }: { readonly display: Pick<Display, 'domain' | 'reference' | 'lowest'> },
): { readonly local: LocalModel; readonly sheet: ModelSheet } | null {
  const local = localModelOf(run, step);
  if (!local) return null;
  const [x0, x1, y0, y1] = display.domain;
  const least = LEAST * (display.reference - display.lowest);
  return { local, sheet: sheetOf(local, Math.min(x1 - x0, y1 - y0), least) };
}
