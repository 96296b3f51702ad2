import { Refused, type Detail, type Sentences } from '../../params/refused.ts';

const describe = {
  empty: () => ['The file is empty', 'choose a picture'],
  'too-large': (d) => [`The file has ${d.bytes} bytes`, `at most ${d.limit} are read here: save it smaller`],
  'unknown-format': () => ['This is no picture known here', 'save it as PNG, JPEG or WebP'],
  'other-format': (d) => [`${d.format} is not read here`, `save it as ${d.remedy}`],
  svg: () => ['SVG drawings are not read here, for they may hold more than a picture', 'save it as PNG'],
  huge: (d) => [
    `The picture has ${d.width} × ${d.height} pixels`,
    `at most ${d.limit} are read here: scale it down first`,
  ],
  'too-long': (d) => [
    `The picture has ${d.width} × ${d.height} pixels`,
    `a side may have ${d.limit} at most: scale it down or crop it first`,
  ],
  'no-size': () => ['The picture has no width or no height', 'save it anew'],
  broken: (d) => [`The ${d.format} file is damaged (${d.problem})`, 'copy or save it anew'],
  interlaced: (d) => [
    `Interlaced PNG with ${d.depth} bits a channel is not read here`,
    'save it without interlacing or with 8 bits',
  ],
} satisfies Sentences<string>;

export type ImageErrorCode = keyof typeof describe;

/** What is wrong with a picture's file that somebody handed in, and what to do: the only error that readers throw. */
export class ImageError extends Refused<ImageErrorCode> {
  override readonly name = 'ImageError';

  constructor(code: ImageErrorCode, detail: Detail = {}) {
    super(describe, code, detail);
  }
}
