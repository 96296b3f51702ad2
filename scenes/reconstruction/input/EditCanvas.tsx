import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Box2 } from '../../../src/reconstruction/crop.ts';
import type { Edit } from '../../../src/reconstruction/cutout/edits.ts';
import { PICTURE_SIZE } from '../../../src/reconstruction/types.ts';
import { useText } from '../../../src/ui/useText.ts';
import { canvasKeys } from './canvasKeys.ts';
import { putImage, putMask } from './paint.ts';
import type { Tool } from './tools.ts';
import { asWhole, type Lens } from './lens.ts';
import { useGestures } from './useGestures.ts';
import { useHand } from './useHand.ts';
import { boxNow, type Work } from './work.ts';

interface Props {
  readonly work: Work;
  readonly tool: Tool;
  /** Pixels of the picture. */
  readonly radius: number;
  readonly onEdit: (edit: Edit) => void;
  readonly onBox: (box: Box2) => void;
  /** Over the picture. */
  readonly children?: ReactNode;
}

interface Cursor {
  readonly x: number;
  readonly y: number;
  /** Moved by keys: it has a cross. */
  readonly keys: boolean;
}

/** The picture with its mask as a tint and the crop as a frame: drawn on with mouse, pen, finger or keys; two fingers or the wheel zoom. */
export function EditCanvas({ work, tool, radius, onEdit, onBox, children }: Props) {
  const t = useText();
  const { image, mask, shown } = work;
  const { width, height } = image;
  const picture = useRef<HTMLCanvasElement>(null);
  const tint = useRef<HTMLCanvasElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [lens, setLens] = useState<Lens>(asWhole);

  useEffect(() => putImage(picture.current, image), [image]);
  useEffect(() => putMask(tint.current, mask), [mask]);

  const hand = useHand({ tool, radius, mask, tint, onEdit, onBox });
  useGestures(room, tint, { width, height, lens, setLens, ...hand, hover: setCursor });
  const middle = { x: width / 2, y: height / 2 };
  const keys = canvasKeys({
    ...{ tool, width, height, hand },
    at: cursor ?? middle,
    moveTo: (place) => setCursor({ ...place, keys: true }),
  });

  const part = (value: number, of: number) => `${(100 * value) / of}%`;
  const placed = ({ left, top, right, bottom }: Box2) => ({
    left: part(left, width),
    top: part(top, height),
    width: part(right - left, width),
    height: part(bottom - top, height),
  });
  const seen = shown && {
    left: -shown.crop.x / shown.crop.scale,
    top: -shown.crop.y / shown.crop.scale,
    right: (PICTURE_SIZE - shown.crop.x) / shown.crop.scale,
    bottom: (PICTURE_SIZE - shown.crop.y) / shown.crop.scale,
  };
  const box = hand.box ?? (tool === 'box' ? boxNow(work) : null);
  const isBrush = tool === 'paint' || tool === 'erase';
  return (
    <div
      ref={room}
      className="rec-edit-room"
      data-tool={tool}
      role="application"
      tabIndex={0}
      aria-label={t('rec.edit.canvas')}
      {...keys}
      onBlur={() => hand.end(tool !== 'box')}
      onFocus={(event) => {
        // Who comes by keys sees where the cross is.
        if (event.currentTarget.matches(':focus-visible')) setCursor((old) => old ?? { ...middle, keys: true });
      }}
    >
      <div
        className="rec-edit-layers"
        style={{
          aspectRatio: `${width} / ${height}`,
          width: part(width, Math.max(width, height)),
          transform: `translate(${lens.x}px, ${lens.y}px) scale(${lens.zoom})`,
          ['--lens' as string]: lens.zoom,
        }}
      >
        <canvas ref={picture} width={width} height={height} />
        <canvas ref={tint} className="rec-tint" width={width} height={height} />
        {seen && <div className="rec-frame" style={placed(seen)} />}
        {box && <div className="rec-box" style={placed(box)} data-drawing={hand.box !== null} />}
        {cursor && (
          <div
            className={`rec-cursor${cursor.keys || !isBrush ? ' keys' : ''}`}
            style={{
              left: part(cursor.x, width),
              top: part(cursor.y, height),
              width: isBrush ? part(2 * radius, width) : 0,
            }}
          />
        )}
      </div>
      {children}
      {lens.zoom > 1 && (
        <button type="button" className="button rec-whole" onClick={() => setLens(asWhole)}>
          {t('rec.edit.whole')}
        </button>
      )}
    </div>
  );
}
