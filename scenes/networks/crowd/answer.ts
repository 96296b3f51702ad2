/** What a net says of one sample. */
export interface Answer {
  readonly label: number;
  readonly answer: number;
  /** Of its answer. */
  readonly probability: number;
  /** Of the right class. */
  readonly ofRight: number;
}

/** Sample i of logits (count × m), by softmax. */
export function answerOf(logits: ArrayLike<number>, labels: ArrayLike<number>, i: number, m: number): Answer {
  const label = labels[i]!;
  const at = (j: number) => logits[i * m + j]!;
  let answer = 0;
  for (let j = 1; j < m; j++) if (at(j) > at(answer)) answer = j;
  let sum = 0;
  for (let j = 0; j < m; j++) sum += Math.exp(at(j) - at(answer));
  return { label, answer, probability: 1 / sum, ofRight: Math.exp(at(label) - at(answer)) / sum };
}
