/**
 * The numbers 0…count−1 in an order of which every beginning is spread over the whole: who draws only the first of them draws a fair
 * part of a cloud, whatever order its points came in. Van der Corput's sequence in base 2: nothing random, no gap more than twice the
 * even one.
 */
export function scattered(count: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(count);
  const bits = Math.ceil(Math.log2(Math.max(count, 1)));
  let filled = 0;
  let reversed = 0;
  while (filled < count) {
    if (reversed < count) order[filled++] = reversed;
    // One is added from the highest bit down.
    let bit = 2 ** bits / 2;
    while (bit >= 1 && (reversed & bit) !== 0) {
      reversed -= bit;
      bit /= 2;
    }
    reversed += bit >= 1 ? bit : 0;
  }
  return order;
}
