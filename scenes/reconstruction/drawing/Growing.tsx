import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useReducedMotion, useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { paneColour } from '../answer/colours.ts';
import type { Live } from './live.ts';
import { createMotion } from './motion.ts';
import { paintDots, spritesOf } from './paintDots.ts';
import { usePaperSize } from './usePaperSize.ts';

/** Radians of a pixel's drag; of an arrow key. */
const DRAG = 0.01;
const STEP = Math.PI / 12;

const degrees = (turn: number) => Math.round(((((turn * 180) / Math.PI + 180) % 360) + 360) % 360) - 180;

/** The answer, large, beside the pen: follows what is drawn, turns while the pen rests; by hand or keys, too. */
export function Growing({ live }: { readonly live: Live }) {
  const t = useText();
  const calm = useReducedMotion();
  const { colour } = paneColour(palettes[useTheme()], 'network');
  const sprites = useMemo(() => spritesOf(colour ?? '#888888'), [colour]);
  const [motion] = useState(createMotion);
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<number | null>(null);
  const [turned, setTurned] = useState(() => degrees(motion.turn));
  /** It turns by itself, too: what is said of it is said anew where it rests, and when the keys come to it. */
  const tellTurn = () => setTurned(degrees(motion.turn));
  const onRest = useEffectEvent(tellTurn);
  const pixels = usePaperSize(room);
  const there = useStore(live.beside, ({ points }) => points !== null);

  const draw = useEffectEvent((seconds: number): boolean => {
    if (!canvas.current) return false;
    const goesOn = motion.step(seconds, live.beside.getState(), { calm, held: held.current !== null });
    paintDots(canvas.current, motion.seen(), sprites);
    return goesOn;
  });
  const awake = useRef(() => {});
  useEffect(() => {
    let frame = 0;
    let last: number | null = null;
    const tick = (now: number) => {
      frame = 0;
      const seconds = last === null ? 0 : Math.min(0.1, (now - last) / 1000);
      last = now;
      if (draw(seconds)) frame = requestAnimationFrame(tick);
      else {
        last = null;
        onRest();
      }
    };
    const wake = () => {
      if (frame === 0) frame = requestAnimationFrame(tick);
    };
    awake.current = wake;
    wake();
    const end = live.beside.subscribe(wake);
    return () => {
      cancelAnimationFrame(frame);
      end();
    };
  }, [live, sprites, pixels, calm]);

  const turnBy = (radians: number) => {
    motion.turn += radians;
    tellTurn();
    awake.current();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    turnBy(step);
    event.preventDefault();
  };
  return (
    <div
      ref={room}
      className="rec-growing"
      role="slider"
      tabIndex={0}
      aria-label={t('rec.draw.answer')}
      aria-valuemin={-180}
      aria-valuemax={180}
      aria-valuenow={turned}
      aria-valuetext={t('rec.draw.turned', { degrees: turned })}
      data-answered={there}
      onFocus={tellTurn}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = event.clientX;
      }}
      onPointerMove={(event) => {
        if (held.current === null) return;
        turnBy(DRAG * (event.clientX - held.current));
        held.current = event.clientX;
      }}
      onPointerUp={() => {
        held.current = null;
        awake.current();
      }}
      onPointerCancel={() => (held.current = null)}
    >
      <canvas ref={canvas} width={pixels} height={pixels} />
      {!there && <p className="rec-growing-none">{t('rec.draw.answer.none')}</p>}
    </div>
  );
}
