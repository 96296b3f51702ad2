import { useEffect, useRef, useState } from 'react';
import type { Points } from '../../../src/clouds/types.ts';
import type { ParamSpec } from '../../../src/params/spec.ts';
import { Slider } from '../../../src/ui/controls/Slider.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { useSeen } from '../model.ts';

const turnSpec: ParamSpec = { default: 30, min: -180, max: 180, scale: 'linear', accepts: { min: -180, max: 180 } };
/** Pixels of its edge, drawn for dense screens. */
const EDGE = 288;
/** From the middle of the points, in longest edges; how large an edge at that distance is, in parts of the picture. */
const DISTANCE = 3;
const SCALE = 0.62;

/** The network's answer beside what is drawn: turned a little, so that its depth is seen; by hand or slider farther. */
export function AnswerPreview({ shown }: { readonly shown: boolean }) {
  const t = useText();
  const { shown: picture, answer } = useSeen();
  const points = picture?.from === 'own' ? (answer?.points ?? null) : null;
  const [turn, setTurn] = useState(turnSpec.default);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<number | null>(null);
  const drawn = shown ? points : null;
  useEffect(() => drawPoints(canvas.current, drawn, (turn * Math.PI) / 180), [drawn, turn]);
  const wrapped = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  return (
    <figure className="rec-edit-answer" data-answered={drawn !== null}>
      <canvas
        ref={canvas}
        width={EDGE}
        height={EDGE}
        role="img"
        aria-label={drawn ? t('rec.edit.answer') : t('rec.edit.answer.none')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = event.clientX;
        }}
        onPointerMove={(event) => {
          if (held.current === null) return;
          const by = event.clientX - held.current;
          held.current = event.clientX;
          setTurn((old) => Math.round(wrapped(old + by)));
        }}
        onPointerUp={() => (held.current = null)}
        onPointerCancel={() => (held.current = null)}
      />
      <Slider
        label={t('rec.edit.turn')}
        spec={turnSpec}
        value={turn}
        onChange={(value) => setTurn(Math.round(value))}
      />
      <figcaption>{drawn ? t('rec.edit.answer') : `${t('rec.edit.answer')}: ${t('rec.edit.answer.none')}`}</figcaption>
    </figure>
  );
}

/** Dots, far to near; the far ones are fainter and smaller. */
function drawPoints(canvas: HTMLCanvasElement | null, points: Points | null, turn: number): void {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return;
  context.clearRect(0, 0, EDGE, EDGE);
  if (!points) return;
  context.fillStyle = getComputedStyle(canvas).color;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const seen: { x: number; y: number; z: number }[] = [];
  for (let k = 0; k < points.length; k += 3) {
    const [x, y, z] = [points[k]!, points[k + 1]!, points[k + 2]!];
    seen.push({ x: cos * x + sin * z, y, z: cos * z - sin * x });
  }
  seen.sort((a, b) => a.z - b.z);
  for (const { x, y, z } of seen) {
    const size = (SCALE * DISTANCE) / (DISTANCE - z);
    context.globalAlpha = Math.min(1, Math.max(0.3, 0.75 + 0.7 * z));
    context.beginPath();
    context.arc(EDGE * (0.5 + size * x), EDGE * (0.5 - size * y), 3.6 * size, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}
