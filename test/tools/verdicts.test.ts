import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { photographsIn } from '../../tools/reconstruction/photographs.ts';
import {
  verdictCounts,
  verdictNames,
  verdictSentence,
  verdictTable,
  type Verdicts,
} from '../../tools/reconstruction/verdicts.mjs';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const verdicts = JSON.parse(read('docs/reconstruction-verdicts.json')) as Verdicts;

test('the verdicts are on the answers of the network that ships, two on every photograph', () => {
  const { crc32 } = JSON.parse(read('assets/reconstruction/network.json')) as { crc32: number };
  expect(verdicts.network, 'contact-sheet.mjs --blind, and judge anew').toBe(crc32);
  expect(verdicts.judges).toHaveLength(2);
  const names = photographsIn(new URL('../../', import.meta.url).pathname).map(({ name }) => name);
  for (const judge of verdicts.judges) {
    expect(Object.keys(judge).sort()).toEqual([...names].sort());
    expect(Object.values(judge).filter((verdict) => !verdictNames.includes(verdict))).toEqual([]);
  }
});

test('counts are of each judge, and of what both said', () => {
  const made: Verdicts = {
    network: 1,
    judges: [
      { a: 'usable', b: 'usable', c: 'neither' },
      { a: 'usable', b: 'recognisable', c: 'neither' },
    ],
  };
  expect(verdictCounts(made)).toEqual({
    photographs: 3,
    agreed: 2,
    of: [
      { verdict: 'usable', each: [2, 1], both: 1 },
      { verdict: 'recognisable', each: [0, 1], both: 0 },
      { verdict: 'neither', each: [1, 1], both: 1 },
    ],
  });
  expect(verdictSentence(made, 'en')).toContain(
    '3 photographs two judges (two runs of a language model) both called 1 usable, 0 recognisable and 1 neither',
  );
});

test.each([
  ['README.md', verdictSentence(verdicts, 'en')],
  ['README.ja.md', verdictSentence(verdicts, 'ja')],
  ['docs/reconstruction.md', verdictTable(verdicts, 'en')],
  ['docs/reconstruction.ja.md', verdictTable(verdicts, 'ja')],
])('%s tells the verdicts as they are recorded', (file, said) => {
  const shown = /<!-- verdicts -->\n([\s\S]*?)<!-- \/verdicts -->/.exec(read(file))![1]!;
  // Prettier pads the columns.
  const words = (text: string) => text.replace(/[ -]+/g, ' ').trim();
  expect(words(shown)).toBe(words(said));
});
