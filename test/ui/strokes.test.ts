import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followStrokes, type StrokeHand, type StrokePlace } from '../../src/ui/strokes/follow.ts';

/* Who draws and who does not, of mouse, fingers and stylus, on a paper of 200 × 100 that is seen at (100, 50). */

beforeEach(() => void vi.stubGlobal('Element', class extends EventTarget {}));
afterEach(() => void vi.unstubAllGlobals());

type Kind = 'mouse' | 'touch' | 'pen';
type Done = readonly [what: string, ...values: unknown[]];

function paperWithHand() {
  const paper = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 100, top: 50, width: 200, height: 100 }),
    focus: () => undefined,
    setPointerCapture: () => undefined,
  }) as unknown as HTMLElement;
  const done: Done[] = [];
  const at = ({ x, y }: StrokePlace) => [x, y];
  const hand: StrokeHand = {
    begin: (place, eraser) => done.push(['begin', at(place), eraser]),
    draw: (place) => done.push(['draw', at(place)]),
    end: (kept) => done.push(['end', kept]),
    hover: () => undefined,
    pinch: (from, to, still) => done.push(['pinch', at(from), at(to), at(still)]),
  };
  const ending = new AbortController();
  followStrokes({ room: paper, paper, signal: ending.signal }, () => hand);
  const send = (
    type: string,
    pointerType: Kind,
    pointerId: number,
    [clientX, clientY] = [100, 50],
    more: object = {},
  ) =>
    paper.dispatchEvent(
      Object.assign(new Event(type), { pointerType, pointerId, clientX, clientY, button: 0, buttons: 1, ...more }),
    );
  /** What has been done since. */
  const since = () => done.splice(0);
  return { send, since, ending };
}

test('a mouse draws from press to release, where it was between two moves, too; then it is not followed any more', () => {
  const { send, since, ending } = paperWithHand();
  send('pointermove', 'mouse', 1, [150, 75]);
  send('pointerdown', 'mouse', 1, [150, 75]);
  const between = [
    { clientX: 160, clientY: 75 },
    { clientX: 200, clientY: 100 },
  ];
  send('pointermove', 'mouse', 1, [200, 100], { getCoalescedEvents: () => between });
  send('pointerup', 'mouse', 1, [200, 100]);
  send('pointermove', 'mouse', 1, [0, 0]);
  expect(since()).toEqual([
    ['begin', [0.25, 0.25], false],
    ['draw', [0.3, 0.25]],
    ['draw', [0.5, 0.5]],
    ['end', true],
  ]);
  send('pointerdown', 'mouse', 1, [150, 75], { button: 2, buttons: 2 });
  ending.abort();
  send('pointerdown', 'mouse', 1);
  expect(since()).toEqual([]);
});

test('over plain http nobody says where a pointer was between two moves: the move itself is drawn', () => {
  const { send, since } = paperWithHand();
  send('pointerdown', 'mouse', 1);
  send('pointermove', 'mouse', 1, [200, 100]);
  send('pointermove', 'mouse', 1, [300, 150], { getCoalescedEvents: () => [] });
  expect(since()).toEqual([
    ['begin', [0, 0], false],
    ['draw', [0.5, 0.5]],
    ['draw', [1, 1]],
  ]);
});

test('a second finger takes the stroke back and pinches; while it is down no other begins one', () => {
  const { send, since } = paperWithHand();
  send('pointerdown', 'touch', 1, [100, 50]);
  send('pointermove', 'touch', 1, [120, 50]);
  send('pointerdown', 'touch', 2, [200, 50]);
  send('pointermove', 'touch', 2, [220, 60]);
  send('pointermove', 'touch', 1, [110, 50]);
  send('pointerup', 'touch', 1);
  send('pointerdown', 'touch', 3, [300, 50]);
  expect(since()).toEqual([
    ['begin', [0, 0], false],
    ['draw', [0.1, 0]],
    ['end', false],
    ['pinch', [200, 50], [220, 60], [120, 50]],
    ['pinch', [120, 50], [110, 50], [220, 60]],
  ]);
  send('pointerup', 'touch', 2);
  send('pointercancel', 'touch', 3);
  send('pointerdown', 'touch', 4, [300, 150]);
  send('pointercancel', 'touch', 4);
  expect(since()).toEqual([
    ['begin', [1, 1], false],
    ['end', false],
  ]);
});

test('where a stylus draws, touches are a resting hand: none disturbs its stroke, and two of them pinch', () => {
  const { send, since } = paperWithHand();
  // The hand comes first.
  send('pointerdown', 'touch', 1, [300, 150]);
  send('pointerdown', 'pen', 2, [100, 50]);
  send('pointerdown', 'touch', 3, [280, 140]);
  send('pointermove', 'touch', 3, [280, 150]);
  send('pointermove', 'pen', 2, [200, 100]);
  send('pointerup', 'pen', 2);
  expect(since()).toEqual([
    ['begin', [1, 1], false],
    ['end', false],
    ['begin', [0, 0], false],
    ['draw', [0.5, 0.5]],
    ['end', true],
  ]);
  send('pointermove', 'touch', 3, [270, 150]);
  expect(since()).toEqual([['pinch', [280, 150], [270, 150], [300, 150]]]);
  send('pointerup', 'touch', 1);
  send('pointerup', 'touch', 3);
  send('pointerdown', 'touch', 4);
  expect(since()).toEqual([]);
  send('pointerdown', 'pen', 5, [100, 50], { button: 5, buttons: 32 });
  expect(since()).toEqual([['begin', [0, 0], true]]);
});
