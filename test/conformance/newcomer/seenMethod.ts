/*
 * Not a test here: test/conformance/newcomer.test.ts copies it, as seenMethod.test.ts, into a checkout that has the trimmed ICP of docs/adding.md, and runs
 * it there.
 */
import { expect, test } from 'vitest';
import { methodIds } from '../../../src/registration/methods/index.ts';
import { decodeLink, encodeLink } from '../../../src/state/link.ts';
import { wordsOf } from '../../../src/ui/useText.ts';
import { coloursOf, methodName, titleOf } from '../../../scenes/registration/read/methods.ts';
import { paneOf } from '../../../scenes/registration/state/panes.ts';
import { scene } from '../../../scenes/registration/scene.ts';

const found = methodIds.filter((id) => id.endsWith('-trimmed'));
const [id] = found;

test('seen in the panel, by its own name where no language has one, and with a hue of its own', () => {
  expect(found).toEqual(['icp-trimmed']);
  for (const language of ['ja', 'en'] as const) {
    const t = wordsOf(language);
    expect([methodName(t, id!), titleOf(t, paneOf(id!), null)]).toEqual(['Trimmed ICP', 'Trimmed ICP']);
  }
  // Two that wish for the same hue: the second gets another.
  const [gicp, mine] = coloursOf('light', [paneOf('gicp'), paneOf(id!)]);
  expect(coloursOf('light', [paneOf(id!)])).toEqual([gicp]);
  expect(mine).not.toBe(gicp);
});

test('seen in links, there and back', () => {
  const link = 'v=1&scene=registration&m=icp-trimmed;search:target~do';
  const { overrides, notices } = decodeLink(scene.rules, link);
  expect(notices).toEqual([]);
  expect(encodeLink(scene.rules, overrides)).toBe(link);
});
