import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { useSession } from '../../../../src/runs/session.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { createGlass } from '../../../../src/view/sheets/glass.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';
import { morphAt } from '../read.ts';
import type { XorFold } from '../run/types.ts';

/** The plane by which the output tells one side of the folded sheet from the other; it comes last. */
export function CuttingPlane({ drawn, fold }: { readonly drawn: Drawn; readonly fold: XorFold }) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { uniforms, palette } = drawn;
  const { plane, stages } = fold;
  const glass = useMemo(() => createGlass(uniforms, plane), [uniforms, plane]);
  useDispose(glass);
  useEffect(() => {
    glass.setColour(palette.accent);
    invalidate();
  }, [glass, palette, invalidate]);
  useFrame(() => {
    const { from, part } = morphAt(clock.t, stages.length);
    glass.appear(from === stages.length - 2 ? part : 0);
  }, -1);
  return <primitive object={glass.object} />;
}
