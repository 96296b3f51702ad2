import { Refused, type Detail, type Sentences } from '../../params/refused.ts';

const describe = {
  transparent: () => ['Every pixel of the picture is transparent', 'save it with the object visible'],
  uniform: () => ['The whole picture has one colour', 'there is no object in it to cut out: choose another picture'],
  'nothing-found': (d) => [
    `No object stands out from the border (${d.busy} % of it has the colour of no background)`,
    'mark the object with the brush, or give a picture with transparency or a plain background',
  ],
  empty: () => ['Nothing is left of the object', 'paint some of it back with the brush'],
  tiny: (d) => [
    `The object is only ${d.pixels} pixels long`,
    `at least ${d.least} are needed: give a larger picture of it`,
  ],
  thin: (d) => [
    `The object is too thin to be seen at ${d.edge} × ${d.edge} pixels`,
    'give a picture of something thicker, or of a part of it',
  ],
  'mask-size': (d) => [
    `The mask has ${d.maskWidth} × ${d.maskHeight} pixels, the picture ${d.width} × ${d.height}`,
    'give a mask of the same size',
  ],
} satisfies Sentences<string>;

export type CutoutErrorCode = keyof typeof describe;

/** Why a picture has no object that can be shown to the network, and what to do: the only error that cutting out throws. */
export class CutoutError extends Refused<CutoutErrorCode> {
  override readonly name = 'CutoutError';

  constructor(code: CutoutErrorCode, detail: Detail = {}) {
    super(describe, code, detail);
  }
}
