import { sourceColour } from '../../../src/view/clouds/colours.ts';
import type { Palette } from '../../../src/view/palette.ts';
import type { PaneId } from '../state.ts';

/** Distance, in longest edges of the object, at the upper end of the ramp: the F-score's threshold lies in its middle. */
export const errorLimit = 0.1;

const hues: Readonly<Partial<Record<PaneId, number>>> = { network: 0, lookup: 1 };

/** The hue of a pane's points and title; the truth is ink. */
export function paneColour(palette: Palette, id: PaneId): { readonly colour?: string } {
  const hue = hues[id];
  return hue === undefined ? {} : { colour: sourceColour(palette, hue) };
}
