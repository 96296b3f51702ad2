import type { KeyboardEvent } from 'react';
import { expect, test, vi } from 'vitest';
import { canvasKeys } from '../../../scenes/reconstruction/input/canvasKeys.ts';

/** Space, pressed in the editor's room on `target`. */
function pressed(target: 'room' | 'button') {
  const hand = { begin: vi.fn(), draw: vi.fn(), end: vi.fn(), isDown: () => false };
  const keys = canvasKeys({ tool: 'paint', width: 40, height: 40, at: { x: 20, y: 20 }, moveTo: vi.fn(), hand });
  const [room, button] = [{}, {}];
  const preventDefault = vi.fn();
  const event = { key: ' ', target: target === 'room' ? room : button, currentTarget: room, preventDefault };
  keys.onKeyDown(event as unknown as KeyboardEvent);
  return { hand, preventDefault };
}

test('Space in the room is the hand, and does not scroll', () => {
  const { hand, preventDefault } = pressed('room');
  expect(hand.begin).toHaveBeenCalledWith(20, 20);
  expect(preventDefault).toHaveBeenCalled();
});

test('Space on a button in the room (Stop, Show the whole) stays the button’s', () => {
  const { hand, preventDefault } = pressed('button');
  expect(hand.begin).not.toHaveBeenCalled();
  expect(preventDefault).not.toHaveBeenCalled();
});
