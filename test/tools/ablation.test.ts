import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Ablation {
  readonly network: number;
  readonly runs: readonly { readonly allTen: readonly number[]; readonly sweethome: readonly number[] }[];
  readonly heldOut: readonly Readonly<Record<'before' | 'single' | 'full' | 'lookUp' | 'pictures', number>>[];
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const ablation = JSON.parse(read('docs/reconstruction-ablation.json')) as Ablation;
const card = read('assets/reconstruction/MODEL-CARD.md').replace(/ +/g, ' ');

/** Mean ± standard deviation of a sample. */
function spread(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return `${mean.toFixed(2)} ± ${Math.sqrt(squares / (values.length - 1)).toFixed(2)}`;
}

test('what the model card says that the mixture bought is what was recorded', () => {
  for (const { allTen, sweethome } of ablation.runs) {
    expect(allTen).toHaveLength(3);
    expect(card).toContain(`| ${spread(allTen)} | ${spread(sweethome)} |`);
  }
});

test('the sets that stay out were measured with the network that ships, and gain a fifth each', () => {
  const { crc32 } = JSON.parse(read('assets/reconstruction/network.json')) as { crc32: number };
  expect(ablation.network, 'koubai evaluate --set (tools/reconstruction/heldOut.mjs)').toBe(crc32);
  for (const { pictures, before, single, full, lookUp } of ablation.heldOut) {
    const shown = [before, single, full, lookUp].map((value) => value.toFixed(2)).join(' | ');
    expect(card).toContain(`(${pictures}) | ${shown} |`);
    expect(single / before).toBeLessThan(0.8);
  }
});
