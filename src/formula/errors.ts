export type Detail = Readonly<Record<string, string | number>>;

export type FormulaErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-nested'
  | 'too-large'
  | 'unexpected-character'
  | 'forbidden'
  | 'unknown-name'
  | 'unknown-function'
  | 'not-a-function'
  | 'function-needs-parentheses'
  | 'argument-count'
  | 'missing-value'
  | 'missing-first-value'
  | 'missing-operator'
  | 'empty-parentheses'
  | 'unclosed-parenthesis'
  | 'unopened-parenthesis'
  | 'misplaced-comma'
  | 'malformed-number'
  | 'number-out-of-range'
  | 'ambiguous-product'
  | 'ambiguous-power'
  | 'syntax'
  // What only the lines of an update rule can get wrong.
  | 'rule-assignment'
  | 'rule-name'
  | 'rule-taken'
  | 'rule-undeclared'
  | 'rule-no-x'
  | 'rule-start'
  | 'rule-order'
  | 'rule-sum'
  | 'rule-gradient'
  | 'rule-place'
  | 'rule-early'
  | 'rule-least'
  | 'rule-lines';

/** What is wrong with a formula that somebody typed, and where: the only error that parsing throws. `sentenceOf` says it in words. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly code: FormulaErrorCode;
  /** 0-based index into the source as typed (UTF-16 units), from 0 to its length. */
  readonly position: number;
  /** The facts of the sentence, for saying it in another language. */
  readonly detail: Detail;

  constructor(code: FormulaErrorCode, position: number, detail: Detail = {}) {
    super(`${code} (position ${position + 1}) ${JSON.stringify(detail)}`);
    this.code = code;
    this.position = position;
    this.detail = detail;
  }
}
