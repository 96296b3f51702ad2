import { expect, test } from 'vitest';
import { model } from '../../../scenes/reconstruction/model.ts';
import { anotherShape, showShape } from '../../../scenes/reconstruction/picture/choose.ts';

test('another shape is asked the open question, too; a chosen one closes it', () => {
  const session = model.open({ category: 'mug', seed: 8, card: 'rec-back', playing: false }, false);
  const { store } = session;
  const { experiment } = store.get();
  anotherShape(session);
  expect(store.get()).toMatchObject({
    state: { picture: 'shape', category: 'mug', seed: 9, card: 'rec-back', playing: true },
    experiment: experiment + 1,
  });
  showShape(session, 'bed', 2);
  expect(store.get().state).toMatchObject({ category: 'bed', seed: 2, card: null });
});
