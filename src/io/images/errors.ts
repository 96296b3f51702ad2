type Detail = Readonly<Record<string, string | number>>;

const describe = {
  empty: () => ['The file is empty', 'choose a picture'],
  'too-large': (d) => [`The file has ${d.bytes} bytes`, `at most ${d.limit} are read here: save it smaller`],
  'unknown-format': () => ['This is no picture known here', 'save it as PNG'],
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
} satisfies Record<string, (detail: Detail) => readonly [what: string, remedy: string]>;

export type ImageErrorCode = keyof typeof describe;

/** What is wrong with a picture's file that somebody handed in, and what to do: the only error that readers throw. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
  readonly code: ImageErrorCode;
  readonly remedy: string;
  /** The facts of the sentence, for saying it in another language. */
  readonly detail: Detail;

  constructor(code: ImageErrorCode, detail: Detail = {}) {
    const explain: (detail: Detail) => readonly string[] = describe[code];
    const [what = '', remedy = ''] = explain(detail);
    super(`${what}: ${remedy}.`);
    this.code = code;
    this.remedy = remedy;
    this.detail = detail;
  }
}
