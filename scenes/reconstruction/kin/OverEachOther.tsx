import { useEffect, useRef } from 'react';
import type { Points } from '../../../src/clouds/types.ts';
import type { SharedSpace } from '../../../src/reconstruction/kin/shared.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { palettes } from '../../../src/view/palette.ts';
import { twoHues } from './twoHues.ts';

interface Props {
  readonly a: Points;
  readonly b: Points;
  readonly space: SharedSpace;
  readonly label: string;
}

/** A view's edge in pixels of the canvas; twice its size on the page. */
const EDGE = 264;
const DOT = 3;
/** From the front as both are seen, and turned about the upright axis. */
const TURNS_RAD = [0, Math.PI / 3];
/** A thing's longest edge, its diagonal turned, stays inside. */
const SCALE = EDGE / 1.5;

/** Two clouds in one place, in two parallel views: each thing pale in its hue, and where both are, the accent. */
export function OverEachOther({ a, b, space, label }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, TURNS_RAD.length * EDGE, EDGE);
    const [first, second] = twoHues(theme);
    TURNS_RAD.forEach((turn, view) => {
      const draw = (points: Points, flags: Uint8Array, shared: boolean, colour: string) => {
        context.fillStyle = colour;
        context.globalAlpha = shared ? 0.9 : 0.5;
        for (let i = 0; i < flags.length; i++) {
          if ((flags[i] === 1) !== shared) continue;
          const [x, y, z] = [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!];
          const right = x * Math.cos(turn) + z * Math.sin(turn);
          context.fillRect((view + 0.5) * EDGE + SCALE * right - DOT / 2, EDGE / 2 - SCALE * y - DOT / 2, DOT, DOT);
        }
      };
      draw(a, space.a, false, first);
      draw(b, space.b, false, second);
      draw(a, space.a, true, palettes[theme].accent);
      draw(b, space.b, true, palettes[theme].accent);
    });
  }, [a, b, space, theme]);
  return (
    <canvas
      ref={ref}
      className="two-over"
      role="img"
      aria-label={label}
      width={TURNS_RAD.length * EDGE}
      height={EDGE}
    />
  );
}
