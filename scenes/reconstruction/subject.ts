import { useMemo } from 'react';
import { bounds } from '../../src/clouds/spacing.ts';
import type { Points } from '../../src/clouds/types.ts';
import type { Subject } from '../../src/scene/stage.ts';
import { cloudOutline, createSpace } from '../../src/view/clouds/space.ts';
import type { Direction } from '../../src/view/framing.ts';

interface Outlined {
  /** The room of the clouds, in their frame, and what the picture is framed to; the same array as long as nothing of it changes. */
  readonly outline: Points;
  /** What the picture is framed to where that is not the whole room. */
  readonly framed?: Points;
  /** From where it is seen at first. The same object as long as it does not change. */
  readonly direction: Direction;
  /** Degrees by which the clouds' up leans towards the viewer: they are shown upright. */
  readonly tilt?: number;
  /** They are drawn as `ShadedPoints`. */
  readonly shaded?: boolean;
  /** More room than usual between the subject and a pane's border, CSS pixels. */
  readonly margin?: number;
}

const CLEARANCE = 12;
const PHONE_CLEARANCE = 6;
/** Points that are framed: all of two clouds, or a stray one might be cut off. */
const MOST_FRAMED = 2200;

/** What a view of this scene looks at; everything in it is in the viewer's frame. */
export function useSubject({
  outline,
  framed = outline,
  direction,
  tilt = 0,
  shaded = false,
  margin = 0,
}: Outlined): Subject {
  const space = useMemo(() => createSpace(bounds(outline), 'y', tilt), [outline, tilt]);
  return useMemo(
    () => ({
      ...{ space, direction, tilt, shaded, clearance: margin + CLEARANCE, phoneClearance: margin + PHONE_CLEARANCE },
      outline: cloudOutline(framed, space.worldFromTarget, 0, MOST_FRAMED),
    }),
    [space, direction, tilt, shaded, margin, framed],
  );
}
