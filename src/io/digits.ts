/** A float64 as the shortest decimal that reads back to the same bits; −0 keeps its sign, which String would drop. */
export function digits(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
