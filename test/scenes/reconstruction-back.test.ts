import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sidesBetween } from '../../scenes/reconstruction/cards/read.ts';
import { viewsEn } from '../../scenes/reconstruction/words/views.en.ts';
import { viewsJa } from '../../scenes/reconstruction/words/views.ja.ts';
import { everyOther } from '../../src/reconstruction/everyOther.ts';
import { nearestBothWays } from '../../src/reconstruction/metrics/nearest.ts';
import { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { createNetwork } from '../../src/reconstruction/network/infer.ts';
import { readWeights } from '../../src/reconstruction/network/weights.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { proceduralName } from '../../src/reconstruction/seeds.ts';

const asset = (name: string) => readFileSync(new URL(`../../assets/reconstruction/${name}`, import.meta.url));

test('what the card says of 100 unseen shapes is so for the network that ships (evaluation set 7)', () => {
  const network = createNetwork(
    readWeights(JSON.parse(asset('network.json').toString()), asset('network.bin'), 'network'),
    reconstructionSimd,
  );
  let [seen, hidden] = [0, 0];
  for (let i = 0; i < 100; i++) {
    const { category, seed } = proceduralName(7, i);
    const { picture, points, triangles } = makeSample(category, seed);
    const truth = everyOther(points, 0);
    const answer = network.answer(picture, full);
    const [, ofTruth] = nearestBothWays(answer, truth);
    const sides = sidesBetween(truth, answer, ofTruth.indices, triangles);
    seen += sides.seenOff;
    hidden += sides.hiddenOff;
  }
  const ratio = (hidden / seen).toFixed(2);
  expect(viewsEn['card.rec-back.look']).toContain(`(${ratio} times as far)`);
  expect(viewsJa['card.rec-back.look']).toContain(`距離は ${ratio} 倍`);
});
