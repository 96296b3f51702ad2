import type { LossId } from '../../../src/toys/ids.ts';
import { sourceColour } from '../../../src/view/clouds/colours.ts';
import type { Palette } from '../../../src/view/palette.ts';

const hues = { chamfer: 0, emd: 1 } as const satisfies Record<LossId, number>;

/** The hue of a loss: its points, its title, its curve. */
export const lossColour = (palette: Palette, loss: LossId): string => sourceColour(palette, hues[loss]);
