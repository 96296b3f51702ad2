import { afterEach, expect, test, vi } from 'vitest';
import { drawn } from '../../src/ui/clip/drawn.ts';

/* A clip waits for frames of the page; a hidden tab has none, and may get hidden at any moment. */

function page() {
  const frames = new Map<number, () => void>();
  let newest = 0;
  const document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', document);
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => {
    frames.set(++newest, then);
    return newest;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  return {
    asked: () => frames.size,
    async frame() {
      const now = [...frames.values()];
      frames.clear();
      for (const then of now) then();
      await Promise.resolve();
    },
    hide() {
      document.hidden = true;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}
afterEach(() => vi.unstubAllGlobals());

const watched = (done: Promise<void>) => {
  const state = { over: false };
  void done.then(() => (state.over = true));
  return state;
};
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test('in sight it takes two frames', async () => {
  const { frame } = page();
  const state = watched(drawn());
  await frame();
  await soon();
  expect(state.over).toBe(false);
  await frame();
  await soon();
  expect(state.over).toBe(true);
});

test.each([0, 1])('hidden after %i frames it goes on without any, and none stays asked for', async (after) => {
  const { frame, hide, asked } = page();
  const state = watched(drawn());
  for (let i = 0; i < after; i++) await frame();
  hide();
  await soon();
  expect(state.over).toBe(true);
  expect(asked()).toBe(0);
  // Hidden from the beginning.
  await drawn();
  expect(asked()).toBe(0);
});

test('hidden between its two frames, while nothing was waited for, it goes on as well', async () => {
  const { frame, hide } = page();
  const done = drawn();
  const first = frame();
  hide();
  await first;
  await done;
});
