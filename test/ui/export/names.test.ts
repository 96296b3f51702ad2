import { expect, test } from 'vitest';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import { fileName } from '../../../scenes/optimizers/export/fileName.ts';
import { embedAddress, embedCode } from '../../../src/ui/export/names.ts';

test('file names carry surface and step', () => {
  expect(fileName(resolve({ surface: 'six-hump-camel' }), 7, 'png')).toBe('koubai-six-hump-camel-step7.png');
  expect(fileName(resolve({ formula: 'x^2 + y/3' }), 0, 'csv')).toBe('koubai-own-formula-step0.csv');
});

test('the embed code opens the bare scene in the state of the link, and escapes what an attribute must not hold', () => {
  expect(embedAddress('https://example.org/lab/#v=1&t=3')).toBe('https://example.org/lab/?embed#v=1&t=3');
  expect(embedAddress('https://example.org/lab/')).toBe('https://example.org/lab/?embed');
  const code = embedCode('https://example.org/#v=1&t=3', 'Koubai: "x" < y');
  expect(code).toMatch(/^<iframe [^<>]*><\/iframe>$/);
  expect(code).toContain('src="https://example.org/?embed#v=1&amp;t=3"');
  expect(code).toContain('title="Koubai: &quot;x&quot; &lt; y"');
});
