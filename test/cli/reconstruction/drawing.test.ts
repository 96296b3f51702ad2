import { afterAll, expect, test } from 'vitest';
import { full } from '../../../src/reconstruction/network/extras.ts';
import { trainedFrom } from '../../../src/reconstruction/network/trained.ts';
import { pictureOfSilhouette, silhouetteOf } from '../../../src/reconstruction/drawing/silhouette.ts';
import { writeDrawing } from '../../../src/reconstruction/drawing/text.ts';
import { drawn, pen, ring } from '../../reconstruction/drawing/hands.ts';
import { koubaiHere as call } from '../koubai.ts';
import { scratch } from '../registrationFiles.ts';
import { points, same, trained } from './files.ts';

/* What was drawn on the page, by the text of its link. */

const files = scratch();
afterAll(files.remove);

const network = trainedFrom({
  file: (name) => ({
    manifest: JSON.parse(new TextDecoder().decode(trained(`${name}.json`))),
    bytes: trained(`${name}.bin`),
  }),
  bank: () => trained('bank.bin'),
}).network();

const mug = silhouetteOf(drawn([pen(ring(110, 130, 70)), pen(ring(190, 130, 30, 0.7), 6, false)]));
const text = writeDrawing(mug);
const link = `https://example.org/koubai/#v=1&scene=reconstruction&pic=drawing&draw=${text}&t=5`;

test('a drawing gives the network’s own answer for what its link shows, by its text as by its link', async () => {
  const expected = network.answer(pictureOfSilhouette(mug), full);
  for (const given of [text, link]) {
    const out = files.path('cloud.ply');
    const answer = await call('reconstruct', '--drawing', given, '--out', out, '--json');
    expect(answer.err).toBe('');
    expect(JSON.parse(answer.out)).toMatchObject({ points: 1024, retrieval: {} });
    expect(same(await points(out), expected)).toBe(true);
  }
  expect((await call('reconstruct', '--drawing', text)).out).toMatch(/^picture {4}a drawing\ncut out {4}by hand/);
});

test.each([
  [['--drawing', text.slice(0, -3)], /^--drawing: The drawing's text \(\d+ letters\) is damaged or cut off: copy/],
  [['--drawing', `${text} `], /^--drawing: Letter \d+ of the drawing, " ", is none of A–Z/],
  [['--drawing', link.replace(/&draw=[^&]+/, '')], /^--drawing: the link holds no drawing \(draw=…\)$/],
  [['--drawing', text, '--mask', 'mask.png'], /^--mask is for an image: a drawing is its own mask$/],
  [['image.png', '--drawing', text], /^give an image or --drawing, not both$/],
  [[], /^give an image, or a drawing: --drawing TEXT$/],
])('%#: bad input is code 2 and one line', async (args, says) => {
  const { err, code, out } = await call('reconstruct', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(err.trim().replace(/^koubai: |^error: /, '')).toMatch(says);
});
