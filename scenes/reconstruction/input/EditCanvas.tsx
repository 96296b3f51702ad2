import { useEffect, useRef, useState } from 'react';
import type { Edit } from '../../../src/reconstruction/cutout/edits.ts';
import { PICTURE_SIZE } from '../../../src/reconstruction/types.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { Tool } from './EditTools.tsx';
import { putImage, putMask, strokeOn } from './paint.ts';
import { asWhole, useGestures, type Lens } from './useGestures.ts';
import type { Work } from './work.ts';

interface Props {
  readonly work: Work;
  readonly tool: Tool;
  /** Pixels of the picture. */
  readonly radius: number;
  readonly onEdit: (edit: Edit) => void;
}

interface Cursor {
  readonly x: number;
  readonly y: number;
  /** Moved by keys: it has a cross. */
  readonly keys: boolean;
}

/** A step of an arrow key, as a part of the picture's longest edge; with Shift five times that. */
const STEP = 0.02;

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture with its mask as a tint and the crop as a frame: drawn on with mouse, pen, finger or keys; two fingers or the wheel zoom. */
export function EditCanvas({ work, tool, radius, onEdit }: Props) {
  const t = useText();
  const { kind, image, mask, shown } = work;
  const { width, height } = image;
  const picture = useRef<HTMLCanvasElement>(null);
  const tint = useRef<HTMLCanvasElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [lens, setLens] = useState<Lens>(asWhole);
  const stroke = useRef<number[] | null>(null);

  useEffect(() => putImage(picture.current, image), [image]);
  useEffect(() => putMask(tint.current, mask), [mask]);

  const begin = (x: number, y: number) => {
    stroke.current = [x, y];
    if (tool !== 'fill') strokeOn(tint.current, { mode: tool, radius, points: [x, y] });
  };
  const draw = (x: number, y: number) => {
    const points = stroke.current;
    if (!points || tool === 'fill') return;
    strokeOn(tint.current, { mode: tool, radius, points: [...points.slice(-2), x, y] });
    points.push(x, y);
  };
  const end = (keep: boolean) => {
    const points = stroke.current;
    stroke.current = null;
    if (!points) return;
    const [x = 0, y = 0] = points;
    if (!keep) putMask(tint.current, mask);
    else if (tool === 'fill') onEdit({ mode: 'fill', x, y });
    else onEdit({ mode: tool, radius, points });
  };
  useGestures(room, tint, { width, height, lens, setLens, begin, draw, end, hover: setCursor });

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cursor ?? { x: width / 2, y: height / 2 };
    const move = moves[event.key];
    if (move) {
      const step = STEP * Math.max(width, height) * (event.shiftKey ? 5 : 1);
      const x = Math.min(width, Math.max(0, at.x + step * move[0]));
      const y = Math.min(height, Math.max(0, at.y + step * move[1]));
      setCursor({ x, y, keys: true });
      draw(x, y);
    } else if (event.key === ' ') {
      if (!event.repeat) {
        setCursor({ ...at, keys: true });
        begin(at.x, at.y);
      }
    } else return;
    event.preventDefault();
  };
  const part = (value: number, of: number) => `${(100 * value) / of}%`;
  const frame = shown && {
    left: part(-shown.crop.x / shown.crop.scale, width),
    top: part(-shown.crop.y / shown.crop.scale, height),
    width: part(PICTURE_SIZE / shown.crop.scale, width),
    height: part(PICTURE_SIZE / shown.crop.scale, height),
  };
  const edge = Math.max(width, height);
  return (
    <div
      ref={room}
      className="rec-edit-room"
      data-kind={kind}
      data-tool={tool}
      role="application"
      tabIndex={0}
      aria-label={t('rec.edit.canvas')}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        if (event.key === ' ') end(true);
      }}
      onBlur={() => end(true)}
      onFocus={(event) => {
        // Who comes by keys sees where the cross is.
        if (event.currentTarget.matches(':focus-visible')) {
          setCursor((old) => old ?? { x: width / 2, y: height / 2, keys: true });
        }
      }}
    >
      <div
        className="rec-edit-layers"
        style={{
          aspectRatio: `${width} / ${height}`,
          width: part(width, edge),
          transform: `translate(${lens.x}px, ${lens.y}px) scale(${lens.zoom})`,
          ['--lens' as string]: lens.zoom,
        }}
      >
        <canvas ref={picture} width={width} height={height} />
        <canvas ref={tint} className="rec-tint" width={width} height={height} />
        {frame && <div className="rec-frame" style={frame} />}
        {cursor && (
          <div
            className={`rec-cursor${cursor.keys || tool === 'fill' ? ' keys' : ''}`}
            style={{
              left: part(cursor.x, width),
              top: part(cursor.y, height),
              width: tool === 'fill' ? 0 : part(2 * radius, width),
            }}
          />
        )}
      </div>
      {lens.zoom > 1 && (
        <button type="button" className="button rec-whole" onClick={() => setLens(asWhole)}>
          {t('rec.edit.whole')}
        </button>
      )}
    </div>
  );
}
