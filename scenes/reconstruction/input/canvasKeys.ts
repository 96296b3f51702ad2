import type { KeyboardEvent } from 'react';
import type { Tool } from './tools.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

interface KeysOf {
  readonly tool: Tool;
  /** Of the picture, in its pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the cross is. */
  readonly at: Place;
  readonly moveTo: (place: Place) => void;
  readonly hand: {
    begin(x: number, y: number): void;
    draw(x: number, y: number): void;
    end(keep: boolean): void;
    isDown(): boolean;
  };
}

/** A step of an arrow key, as a part of the picture's longest edge; with Shift five times that. */
const STEP = 0.02;

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys move the cross; Space is the hand's press and release. A box has Space at its one corner and at the other. */
export function canvasKeys({ tool, width, height, at, moveTo, hand }: KeysOf) {
  return {
    onKeyDown(event: KeyboardEvent) {
      // Buttons lie in the room, too: their keys are their own.
      if (event.target !== event.currentTarget) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const move = moves[event.key];
      if (move) {
        const step = STEP * Math.max(width, height) * (event.shiftKey ? 5 : 1);
        const x = Math.min(width, Math.max(0, at.x + step * move[0]));
        const y = Math.min(height, Math.max(0, at.y + step * move[1]));
        moveTo({ x, y });
        hand.draw(x, y);
      } else if (event.key === ' ') {
        if (!event.repeat) {
          moveTo(at);
          if (tool === 'box' && hand.isDown()) hand.end(true);
          else hand.begin(at.x, at.y);
        }
      } else return;
      event.preventDefault();
    },
    onKeyUp(event: KeyboardEvent) {
      if (event.key === ' ' && tool !== 'box') hand.end(true);
    },
  };
}
