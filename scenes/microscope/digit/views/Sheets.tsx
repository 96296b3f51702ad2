import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { useSession } from '../../../../src/runs/session.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { drawnRow } from '../../../../src/trace/jump.ts';
import { Edges } from '../../../../src/view/clouds/Edges.tsx';
import { useDispose } from '../../../../src/view/useDispose.ts';
import { CLASSES, type DigitLook } from '../run/types.ts';
import { createDigitBoxes } from './boxes.ts';
import { edgesOf, sheetPlaces } from './place.ts';

interface Props {
  readonly drawn: Drawn;
  readonly look: DigitLook;
  readonly spoke: boolean;
}

export const widthsOf = ({ sheets }: DigitLook): readonly number[] => sheets.map(({ values }) => values.length);

/** The picture, what each layer makes of it, and the answer behind; they light up as the clock goes through the layers. */
export function Sheets({ drawn, look, spoke }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { uniforms, space, palette } = drawn;
  const shape = widthsOf(look).join();
  const boxes = useMemo(
    () => createDigitBoxes({ uniforms, space }, shape.split(',').map(Number)),
    [uniforms, space, shape],
  );
  const edges = useMemo(() => edgesOf(sheetPlaces(shape.split(',').map(Number)), CLASSES), [shape]);
  useDispose(boxes);
  useEffect(() => {
    boxes.setColours(palette);
    invalidate();
  }, [boxes, palette, look, spoke, invalidate]);
  useFrame(() => {
    boxes.show(look, drawnRow(clock.t), spoke);
  }, -1);
  useEffect(() => clock.subscribe(() => invalidate()), [clock, invalidate]);
  return (
    <>
      <primitive object={boxes.object} />
      <Edges {...drawn} edges={edges.frames} width={1.1} ink={0.45} />
      <Edges {...drawn} edges={edges.ways} width={1} ink={0.16} />
    </>
  );
}
