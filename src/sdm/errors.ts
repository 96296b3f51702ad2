const describe = {
  /** `name`, `reason`. */
  parameter: (d) => `${d.name} ${d.reason}`,
  'empty-range': (d) => `the range from ${d.low} to ${d.high} is empty: its first end must lie below its second`,
  'no-answer': (d) =>
    `h(x) = ${d.target} has no answer for x from ${d.low} to ${d.high}, where h goes from ${d.least} to ${d.greatest}: choose another target or range`,
  'not-finite': (d) => `h is not a finite number at x = ${d.x}: choose a range without it`,
  lost: (d) =>
    `map ${d.map} throws a start to x = ${d.x}, where h is not a finite number: choose a narrower range or a larger lambda`,
} satisfies Record<string, (detail: SdmErrorDetail) => string>;

export type SdmErrorCode = keyof typeof describe;
type SdmErrorDetail = Readonly<Record<string, string | number>>;

/** Why there is nothing to learn: what an experiment that reads well may still come upon. */
export class SdmError extends Error {
  override readonly name = 'SdmError';
  readonly code: SdmErrorCode;
  /** The facts of the sentence, for saying it in another language. */
  readonly detail: SdmErrorDetail;

  constructor(code: SdmErrorCode, detail: SdmErrorDetail) {
    const sentence: (detail: SdmErrorDetail) => string = describe[code];
    super(sentence(detail));
    this.code = code;
    this.detail = detail;
  }
}
