/** The facts of a sentence, for saying it in another language. */
export type Detail = Readonly<Record<string, string | number>>;

/** What is wrong, and what to do, by code. */
export type Sentences<Code extends string> = Readonly<
  Record<Code, (detail: Detail) => readonly [what: string, remedy: string]>
>;

/** What is wrong with something that somebody handed in, where (`place`, in words), and what to do. */
export class Refused<Code extends string> extends Error {
  readonly code: Code;
  readonly remedy: string;
  readonly detail: Detail;

  constructor(sentences: Sentences<Code>, code: Code, detail: Detail, place = '') {
    const [what, remedy] = sentences[code](detail);
    super(`${what}${place}: ${remedy}.`);
    this.code = code;
    this.remedy = remedy;
    this.detail = detail;
  }
}
