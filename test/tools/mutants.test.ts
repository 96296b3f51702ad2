import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { applyMutant, parseMutant } from '../../tools/patches.mjs';

const folder = mkdtempSync(join(tmpdir(), 'koubai-mutants-'));
afterAll(() => rmSync(folder, { recursive: true }));

const patch = (removed: string) => `# test: test/a.test.ts
# what: the sign of a
--- a/a.ts
+++ b/a.ts
@@ -1,2 +1,2 @@
-${removed}
+const a = -1;
 const b = 2;
`;

test('a mutant is applied, taken back, and an error where it does not fit', () => {
  const original = 'const a = 1;\nconst b = 2;\n';
  writeFileSync(join(folder, 'a.ts'), original);
  const mutant = parseMutant('sign.patch', patch('const a = 1;'));
  expect([mutant.test, mutant.what, mutant.files]).toEqual(['test/a.test.ts', 'the sign of a', ['a.ts']]);
  applyMutant(folder, mutant);
  expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('const a = -1;\nconst b = 2;\n');
  expect(() => applyMutant(folder, mutant)).toThrow(/sign\.patch does not apply: .*a\.ts/s);
  applyMutant(folder, mutant, { reverse: true });
  expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(original);
  expect(() => applyMutant(folder, parseMutant('other.patch', patch('const a = 3;')))).toThrow(
    /other\.patch does not apply/,
  );
});

test('a mutant without its header lines or without a change is refused', () => {
  expect(() => parseMutant('a.patch', '# test: x\n')).toThrow(/needs the lines/);
  expect(() => parseMutant('a.patch', '# test: x\n# what: y\n')).toThrow(/changes no file/);
});
