import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { createDrape } from '../../../../src/view/drape.ts';
import type { Theme } from '../../../../src/state/common.ts';
import type { SharedUniforms } from '../../../../src/view/uniforms.ts';
import { namedIn } from '../../basins/ranking.ts';
import { lab } from '../../model.ts';
import { useBasinPicture } from '../../basins/useBasins.ts';

interface Props {
  readonly shared: SharedUniforms;
  readonly selected: string | null;
  readonly theme: Theme;
}

/** The selected optimizer's basins over surface and plan. */
export function BasinLayer({ shared, selected, theme }: Props) {
  const picture = useBasinPicture(selected);
  const { basins } = lab.useSession().own;
  const invalidate = useThree((three) => three.invalidate);
  const drape = useMemo(() => createDrape(shared), [shared]);
  useEffect(
    () => () => {
      drape.dispose();
      basins.setState({ named: [] });
      invalidate();
    },
    [drape, basins, invalidate],
  );
  useEffect(() => {
    // Another optimizer's basins are no picture of this one's.
    if (picture) drape.set(picture.pixels, picture.map.size, picture.of.window);
    else drape.hide();
    basins.setState({ named: picture ? namedIn(picture, theme) : [] });
    invalidate();
  }, [drape, picture, theme, basins, invalidate]);
  return null;
}
