import { contains } from '../../../src/surfaces/domain.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { screenX, screenY, type Plane } from '../book/plane.ts';
import { namedIn } from './ranking.ts';
import { useBasinPicture } from './useBasins.ts';

interface Props {
  readonly id: string | null;
  readonly plane: Plane;
}

/** Each minimum's letter beside it. */
export function BasinLetters({ id, plane }: Props) {
  const picture = useBasinPicture(id);
  const theme = useTheme();
  if (!picture) return null;
  return (
    <g className="plan-letters" aria-hidden="true">
      {namedIn(picture, theme)
        .filter(({ at }) => contains(plane.domain, ...at))
        .map(({ letter, at: [x, y] }) => (
          <text key={letter} x={screenX(plane, x) + 8} y={screenY(plane, y) - 6}>
            {letter}
          </text>
        ))}
    </g>
  );
}
