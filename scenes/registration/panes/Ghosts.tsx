import { useStore } from 'zustand';
import { useStep } from '../../../src/runs/session.tsx';
import { CloudPoints, type CloudPointsProps } from '../../../src/view/clouds/CloudPoints.tsx';
import { dotDiameter } from '../../../src/view/clouds/cloudView.ts';
import { mixHex } from '../../../src/view/palette.ts';
import { useRegistrationSession } from '../model.ts';
import { ghostPoints, ghostsOf } from '../runs/beside.ts';
import type { PaneRun } from '../runs/paneRuns.ts';

interface Props extends Pick<CloudPointsProps, 'uniforms' | 'space' | 'palette' | 'share'> {
  readonly run: PaneRun;
  readonly colour: string;
}

/** How much of a ghost's hue is left of the cloud's: plain, and lit. */
const LEFT = { plain: 0.3, lit: 0.75 } as const;

/** The source as it would lie at each pose that fits nearly as well, palely; the one on view is no ghost, then what the method found is. */
export function Ghosts({ run, colour, ...drawn }: Props) {
  const { beside } = useRegistrationSession().own;
  const state = useStore(beside);
  const { lit } = state;
  const ghosts = ghostsOf(run, state, useStep());
  const points = ghostPoints(run);
  return ghosts.map(({ pose, index }) => {
    const isLit = lit?.run === run.key && lit.index === index;
    return (
      <CloudPoints
        key={String(index)}
        {...drawn}
        role="source"
        points={points}
        pose={pose}
        colour={hex(mixHex(drawn.palette.paper, colour, isLit ? LEFT.lit : LEFT.plain))}
        diameter={0.8 * dotDiameter(points.length / 3)}
      />
    );
  });
}

const hex = (rgb: readonly number[]): string =>
  `#${rgb
    .map((part) =>
      Math.round(255 * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
