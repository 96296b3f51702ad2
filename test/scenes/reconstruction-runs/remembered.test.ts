import { expect, test } from 'vitest';
import type { Held } from '../../../scenes/reconstruction/kin/heldThing.ts';
import { createOwn, rememberOwn } from '../../../scenes/reconstruction/own.ts';

test('what was kept to compare is there again after another scene was open', () => {
  const own = createOwn();
  const held: Held = {
    shown: { key: 'item dog', from: 'item', sample: null },
    picture: { gray: new Uint8Array(4), mask: new Uint8Array(4) },
    points: Float64Array.of(0, 0, 0),
    feature: new Float32Array(2),
  };
  own.setState({ held });
  rememberOwn(own);
  expect(createOwn().getState().held).toBe(held);
});
