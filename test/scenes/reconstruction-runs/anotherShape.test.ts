import { expect, test } from 'vitest';
import { anotherShape, openReconstruction, showShape } from '../../../scenes/reconstruction/runs/session.tsx';

test('another shape is asked the open question, too; a chosen one closes it', () => {
  const session = openReconstruction({ category: 'mug', seed: 8, card: 'rec-back', playing: false }, false);
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
