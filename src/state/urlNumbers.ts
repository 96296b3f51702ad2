/** Strict: the whole text is one decimal number. */
export function readNumber(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

export function readNumbers(text: string, count: number): number[] | undefined {
  const numbers = text.split(',').map(readNumber);
  return numbers.length === count && !numbers.includes(undefined) ? (numbers as number[]) : undefined;
}
