import { inkColours, type Ink } from '../../src/state/ink.ts';
import { glyphPath, isHollow } from '../../src/ui/chart/glyph.ts';
import { useTheme } from '../../src/ui/preferences.ts';

const RADIUS = 4.6;

/** A path's colour and the shape of its head, as on the surface; `null` for an optimizer that does not run. */
export function HeadShape({ ink }: { ink: Ink | null }) {
  const theme = useTheme();
  if (!ink) {
    return (
      <svg className="head-shape" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
        <circle r="4" fill="none" stroke="currentColor" strokeDasharray="2 2" />
      </svg>
    );
  }
  const colour = inkColours[theme][ink.hue];
  const hollow = isHollow(ink.shape);
  return (
    <svg className="head-shape" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
      <path
        d={glyphPath(ink.shape, RADIUS)}
        fill={hollow ? 'none' : colour}
        stroke={hollow ? colour : 'none'}
        strokeWidth="2.4"
      />
    </svg>
  );
}
