import { Refused, type Detail, type Sentences } from '../../params/refused.ts';

const describe = {
  newer: (d) => [
    `The drawing is written in a form that begins with "${d.form}", not with "${d.known}"`,
    'open it with a newer version, or draw it again',
  ],
  letter: (d) => [
    `Letter ${d.place} of the drawing, "${d.letter}", is none of A–Z, a–z, 0–9, - and _`,
    'copy the whole link again',
  ],
  long: (d) => [`The drawing's text has ${d.letters} letters, ${d.most} at most are read`, 'copy the link alone'],
  damaged: (d) => [
    `The drawing's text (${d.letters} letters) is damaged or cut off`,
    'copy the whole link again, or draw anew',
  ],
  blank: () => ['The drawing shows nothing that could be seen', 'draw one thing, larger'],
  intricate: (d) => [
    `The drawing is too intricate for a link: it takes ${d.letters} letters, ${d.most} at most are written`,
    'draw fewer or smoother lines, or fill them',
  ],
} satisfies Sentences<string>;

export type DrawingErrorCode = keyof typeof describe;

/** Why a drawing's text cannot be read or written, where, and what to do: the only error that its coder throws. */
export class DrawingError extends Refused<DrawingErrorCode> {
  override readonly name = 'DrawingError';

  constructor(code: DrawingErrorCode, detail: Detail = {}) {
    super(describe, code, detail);
  }
}
