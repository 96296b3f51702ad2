import { expect, test } from 'vitest';
import { cards } from '../../scenes/reconstruction/cards/index.ts';
import { bringPicture } from '../../scenes/reconstruction/input/bring.ts';
import { model } from '../../scenes/reconstruction/model.ts';
import type { Cutting } from '../../scenes/reconstruction/jobs/cutting.ts';
import { closeCard, openCard } from '../../src/ui/cards/tour.ts';
import { decodeLink } from '../../src/state/link.ts';

/* A picture that was still being read threw out a card that was opened meanwhile. */

const EDGE = 40;
const image = { data: new Uint8ClampedArray(4 * EDGE * EDGE).fill(100), width: EDGE, height: EDGE };

/** A picture that is read when `read` is called, and is cut out at once: a square of 20 pixels. */
function reading() {
  const alpha = new Uint8Array(EDGE * EDGE);
  for (let y = 10; y < 30; y++) alpha.fill(255, y * EDGE + 10, y * EDGE + 30);
  const mask = { alpha, width: EDGE, height: EDGE };
  const found = { by: 'border', mask, doubts: [], remarks: [], box: null, transparent: false } as const;
  const header = { format: 'png', width: EDGE, height: EDGE, animated: false } as const;
  let read = () => {};
  const cut = async () => ({ value: found, refused: null });
  const cutting: Cutting = {
    read: () =>
      new Promise((resolve) => (read = () => resolve({ value: { header, image, notices: [] }, refused: null }))),
    ...{ cut, recut: cut },
  };
  return { cutting, read: () => read() };
}

test.each(cards)(
  '$id, opened while a picture is being read, stays open, and the picture is no longer wanted',
  async (card) => {
    const session = model.open({}, false);
    const { cutting, read } = reading();
    const brought = bringPicture(session, new Blob(), 'large.png', cutting);
    openCard(session, card);
    expect(session.own.getState().reading).toBeNull();
    read();
    await brought;
    const { overrides } = decodeLink(model.table.rules, card.link);
    expect(session.store.get().overrides).toEqual(overrides);
    expect(session.own.getState().picture).toBeNull();
  },
);

test('a link that is followed while a picture is being read is what is shown, too', async () => {
  const session = model.open({}, false);
  const { cutting, read } = reading();
  const brought = bringPicture(session, new Blob(), 'large.png', cutting);
  session.store.load({ category: 'mug', seed: 4 });
  read();
  await brought;
  expect(session.store.get().state).toMatchObject({ picture: 'shape', category: 'mug', seed: 4 });
});

test('a card that is put away, a view or a toggle is nothing else to look at: the picture comes', async () => {
  const session = model.open({ card: 'rec-what' }, false);
  const { cutting, read } = reading();
  const brought = bringPicture(session, new Blob(), 'large.png', cutting);
  closeCard(session);
  session.store.begin({ view: 'kin' });
  session.store.update({ errors: true });
  expect(session.own.getState().reading).toBe('large.png');
  read();
  await brought;
  expect(session.store.get().state).toMatchObject({ picture: 'own', view: 'kin', card: null });
});
