import type { Matrix4 } from '../../../src/math/matrix4.ts';
import { ShadedPoints } from '../../../src/view/clouds/shaded/ShadedPoints.tsx';
import { scanTargetColour } from '../../../src/view/clouds/colours.ts';
import type { CloudSpace } from '../../../src/view/clouds/space.ts';
import type { CloudUniforms } from '../../../src/view/clouds/uniforms.ts';
import type { Palette } from '../../../src/view/palette.ts';
import { useRegistrationState } from '../model.ts';
import type { ScansSeen } from './seen.ts';

interface Props {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly seen: ScansSeen;
  readonly side: 'source' | 'target';
  /** Target ← source, written from outside; null: the target. */
  readonly pose: Matrix4 | null;
  /** #rrggbb; absent: the target's. */
  readonly colour?: string;
  readonly share: number;
  readonly residuals?: ArrayLike<number> | null;
  readonly limit?: number;
}

/** One of two scans, whole and shaded. */
export function ScanCloud({ seen, side, colour, ...rest }: Props) {
  const colouring = useRegistrationState((state) => state.colouring);
  const covered = useRegistrationState((state) => state.ceiling);
  return (
    <ShadedPoints
      {...rest}
      cloud={seen.drawn[side]}
      colour={colour ?? scanTargetColour(rest.palette)}
      colouring={colouring}
      heights={seen.heights}
      hidden={covered ? null : seen.ceiling}
      ground={seen.ground}
    />
  );
}
