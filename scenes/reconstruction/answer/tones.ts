import { mixHex } from '../../../src/view/palette.ts';

/** How much of its hue a cloud keeps over the tones of a grey picture: whose a point is stays to be seen. */
export const TINT = 0.38;

/** CSS colour of a point that a grey picture shows in `gray` (#rrggbb), in a cloud of the hue `hue`. */
export const tinted = (gray: string, hue: string): string =>
  `rgb(${mixHex(gray, hue, TINT)
    .map((part) => Math.round(255 * part))
    .join(' ')})`;

/** Shade is not as dark as on the picture, or the form would drown in it: points have their own shadows. */
const LIFT = 0.32;

/** A grey picture's tones as they are drawn, 0 … 255. */
export const lifted = (tones: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  tones.map((tone) => Math.round(255 * LIFT + (1 - LIFT) * tone));
