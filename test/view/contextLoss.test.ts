import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchContext } from '../../src/view/contextLoss.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const canvas = Object.assign(new EventTarget(), { ownerDocument: page });
  const heard: string[] = [];
  const end = watchContext(
    canvas as unknown as HTMLCanvasElement,
    { lost: () => heard.push('lost'), restored: () => heard.push('restored'), gone: () => heard.push('gone') },
    1000,
  );
  const lose = () => {
    const event = new Event('webglcontextlost', { cancelable: true });
    canvas.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const restore = () => canvas.dispatchEvent(new Event('webglcontextrestored'));
  const show = (hidden: boolean) => {
    page.hidden = hidden;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { heard, end, lose, restore, show };
}

test('a lost context is asked back, and all is well when it comes in time, each time', () => {
  const { heard, lose, restore } = watched();
  for (let i = 0; i < 2; i++) {
    expect(lose()).toBe(true);
    vi.advanceTimersByTime(999);
    restore();
    vi.advanceTimersByTime(10_000);
  }
  expect(heard).toEqual(['lost', 'restored', 'lost', 'restored']);
});

test('one that does not come back is gone, once', () => {
  const { heard, lose } = watched();
  lose();
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(['lost', 'gone']);
});

test('while the page is out of sight nothing is given up', () => {
  const { heard, lose, show } = watched();
  show(true);
  lose();
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual(['lost']);
  show(false);
  vi.advanceTimersByTime(999);
  expect(heard).toEqual(['lost']);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['lost', 'gone']);
});

test('after its end it says and holds back nothing', () => {
  const { heard, end, lose } = watched();
  lose();
  end();
  vi.advanceTimersByTime(10_000);
  expect(lose()).toBe(false);
  expect(heard).toEqual(['lost']);
});
