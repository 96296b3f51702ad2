import { useRef, type PointerEvent } from 'react';
import { drawnTo, MOST_POINTS, PAD, PEN, pointsOf, type Stroke } from '../../../../src/networks/microscope/strokes.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';
import { useKeyPen } from './useKeyPen.ts';
import '../digit.css';

/** A dot is a line to where it is. */
const pathOf = (stroke: Stroke): string => {
  const [x, y, ...rest] = stroke;
  return `M${x} ${y}L${(rest.length > 0 ? rest : [x, y]).join(' ')}`;
};

/** Paper to draw a digit on, with mouse, pen or finger; the network reads along. */
export function Pad() {
  const t = useText();
  const { store } = model.useSession();
  const strokes = model.useState((state) => state.strokes);
  const pen = useRef<number | null>(null);
  const drawTo = (x: number, y: number, begins: boolean) => {
    const now = store.get().state.strokes;
    const next = drawnTo(now, x, y, begins);
    if (next !== now) store.update({ strokes: next, epsilon: undefined }, begins ? 'push' : 'replace');
  };
  const draw = (event: PointerEvent<SVGSVGElement>, begins: boolean) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    drawTo((event.clientX - left) / width, (event.clientY - top) / height, begins);
  };
  const keys = useKeyPen(drawTo);
  return (
    <div className="mic-pad">
      <svg
        viewBox={`0 0 ${PAD} ${PAD}`}
        role="application"
        tabIndex={0}
        {...keys.handlers}
        aria-label={t('mic.digit.pad', { count: strokes.length })}
        data-pad=""
        onPointerDown={(event) => {
          if (pen.current !== null || event.button !== 0) return;
          pen.current = event.pointerId;
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event, true);
        }}
        onPointerMove={(event) => {
          if (event.pointerId === pen.current) draw(event, false);
        }}
        onPointerUp={() => (pen.current = null)}
        onPointerCancel={() => (pen.current = null)}
      >
        {strokes.map((stroke, i) => (
          <path key={i} d={pathOf(stroke)} strokeWidth={2 * PEN * PAD} />
        ))}
        {keys.pen && (
          <circle
            cx={keys.pen.x * PAD}
            cy={keys.pen.y * PAD}
            r={PEN * PAD * (keys.pen.down ? 1.3 : 2)}
            data-down={keys.pen.down || undefined}
          />
        )}
        {strokes.length === 0 && !keys.pen && (
          <text x={PAD / 2} y={PAD / 2} fontSize={PAD / 11}>
            {t('mic.digit.drawHere')}
          </text>
        )}
      </svg>
      <div className="mic-pad-row">
        <button
          type="button"
          className="button"
          disabled={strokes.length === 0}
          onClick={() => store.update({ strokes: strokes.slice(0, -1), epsilon: undefined })}
        >
          {t('mic.digit.undo')}
        </button>
        <button
          type="button"
          className="button"
          disabled={strokes.length === 0}
          onClick={() => store.update({ strokes: undefined, epsilon: undefined })}
        >
          {t('mic.digit.clear')}
        </button>
      </div>
      <p className="note" role="status">
        {pointsOf(strokes) >= MOST_POINTS && t('mic.digit.full')}
      </p>
    </div>
  );
}
