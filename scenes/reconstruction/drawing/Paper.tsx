import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PenStroke } from '../../../src/reconstruction/drawing/marks.ts';
import { firstFocus } from '../../../src/ui/controls/Dialog.tsx';
import type { StrokePlace } from '../../../src/ui/strokes/follow.ts';
import { useStrokes } from '../../../src/ui/strokes/useStrokes.ts';
import { useText } from '../../../src/ui/useText.ts';
import { putInk } from './ink.ts';
import { CANVAS, type Sketch } from './sketch.ts';
import type { Pen } from './Tools.tsx';
import { usePaperSize } from './usePaperSize.ts';
import { useTheme } from '../../../src/ui/preferences.ts';

interface Props {
  readonly sketch: Sketch;
  readonly pen: Pen;
  /** Of the pen, pixels of the canvas. */
  readonly radius: number;
  /** A stroke grows; null: it came to nothing. */
  readonly onStroke: (stroke: PenStroke | null) => void;
  readonly onMark: (stroke: PenStroke) => void;
}

interface Cross extends StrokePlace {
  /** Moved by keys. */
  readonly keys: boolean;
}

/** A step of an arrow key, as a part of the paper's edge; with Shift five times that. */
const STEP = 0.02;
const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Pixels of the canvas: what moves less is no move. */
const LEAST_MOVE = 0.75;

/** What is drawn on: with mouse, finger or stylus, or with a cross that keys move. */
export function Paper({ sketch, pen, radius, onStroke, onMark }: Props) {
  const t = useText();
  const theme = useTheme();
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const stroke = useRef<PenStroke | null>(null);
  const [cross, setCross] = useState<Cross | null>(null);
  const [down, setDown] = useState(false);
  const pixels = usePaperSize(room);
  useEffect(() => putInk(canvas.current, sketch, stroke.current), [sketch, pixels, theme]);

  const put = (next: PenStroke | null) => {
    stroke.current = next;
    putInk(canvas.current, sketch, next);
    onStroke(next);
  };
  const begin = ({ x, y }: StrokePlace, eraser = false) => {
    const mode = eraser || pen === 'erase' ? 'erase' : 'paint';
    put({ mode, radius, fills: pen === 'shape', points: [CANVAS * x, CANVAS * y] });
  };
  const draw = ({ x, y }: StrokePlace) => {
    const now = stroke.current;
    if (!now) return;
    const { points } = now;
    const [px, py] = [CANVAS * x, CANVAS * y];
    if (Math.hypot(px - points.at(-2)!, py - points.at(-1)!) < LEAST_MOVE) return;
    put({ ...now, points: [...points, px, py] });
  };
  const end = (kept = true) => {
    const now = stroke.current;
    if (!now) return;
    stroke.current = null;
    setDown(false);
    if (kept) onMark(now);
    else put(null);
  };
  useStrokes(room, room, {
    begin,
    draw,
    end,
    hover: (at) => setCross(at && { ...at, keys: false }),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cross ?? { x: 0.5, y: 0.5 };
    const move = moves[event.key];
    if (move) {
      const step = STEP * (event.shiftKey ? 5 : 1);
      const within = (value: number) => Math.min(1, Math.max(0, value));
      const next = { x: within(at.x + step * move[0]), y: within(at.y + step * move[1]) };
      setCross({ ...next, keys: true });
      draw(next);
    } else if (event.key === ' ') {
      if (!event.repeat) {
        setCross({ ...at, keys: true });
        if (stroke.current) end();
        else {
          begin(at);
          setDown(true);
        }
      }
    } else return;
    event.preventDefault();
  };
  const percent = (part: number) => `${100 * part}%`;
  return (
    <div
      ref={(element) => {
        room.current = element;
        firstFocus(element);
      }}
      className="rec-paper"
      data-pen={pen}
      role="application"
      tabIndex={0}
      aria-label={t('rec.draw.paper')}
      onKeyDown={onKeyDown}
      onBlur={() => end()}
      onFocus={(event) => {
        // Who comes by keys sees where the cross is.
        if (event.currentTarget.matches(':focus-visible')) setCross((old) => old ?? { x: 0.5, y: 0.5, keys: true });
      }}
    >
      <canvas ref={canvas} width={pixels} height={pixels} />
      {cross && (
        <div
          className={cross.keys ? 'rec-pen keys' : 'rec-pen'}
          data-down={down}
          style={{ left: percent(cross.x), top: percent(cross.y), width: percent((2 * radius) / CANVAS) }}
        />
      )}
      <span className="visually-hidden" role="status">
        {cross?.keys && t(down ? 'rec.draw.pen.down' : 'rec.draw.pen.up')}
      </span>
    </div>
  );
}
