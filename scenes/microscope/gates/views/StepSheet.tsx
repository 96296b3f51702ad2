import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import type { Perceptron } from '../../../../src/networks/microscope/gates.ts';
import { useSession } from '../../../../src/runs/session.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { mixHex, rgb, type Palette } from '../../../../src/view/palette.ts';
import { createFoldSheet, type SheetStyle } from '../../../../src/view/sheets/foldSheet.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';
import { hueOf, morphAt } from '../read.ts';
import { SIDE } from '../run/grid.ts';
import { stepPieces } from '../run/perceptron.ts';
import type { Fold } from '../run/types.ts';

interface Props {
  readonly drawn: Drawn;
  readonly fold: Fold;
  readonly perceptron: Perceptron;
  readonly style: SheetStyle;
}

/** A row of the grid gets a line every so many points. */
const EVERY = 5;
const everywhere = new Float64Array(4).fill(1);

function createStep(uniforms: Drawn['uniforms'], style: SheetStyle) {
  const above = createFoldSheet(uniforms, SIDE, EVERY, { ...style, keeps: 'above' });
  const below = createFoldSheet(uniforms, SIDE, EVERY, { ...style, keeps: 'below' });
  const wall = createFoldSheet(uniforms, 2, 1, style);
  const all = [above, below, wall];
  const object = new Group();
  object.add(...all.map((sheet) => sheet.object));
  return {
    object,
    setColours({ theme, paper, ink }: Palette) {
      for (const sheet of all)
        sheet.setColours(rgb(hueOf(theme, true)), rgb(hueOf(theme, false)), mixHex(paper, ink, 0.75));
    },
    setValues(values: Float64Array) {
      above.setValues(values);
      below.setValues(values);
      wall.setValues(everywhere);
    },
    show({ sum, high, low, foot, top }: ReturnType<typeof stepPieces>, part: number) {
      above.show(sum, high, part);
      below.show(sum, low, part);
      wall.object.visible = foot !== null && part > 0;
      if (foot && top) wall.show(foot, top, part);
    },
    dispose: () => all.forEach((sheet) => sheet.dispose()),
  };
}

/** The sum on its way to the step: cut along the line where it is 0, with a wall between its two sides. */
export function StepSheet({ drawn, fold, perceptron, style }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { uniforms, palette } = drawn;
  const step = useMemo(() => createStep(uniforms, style), [uniforms, style]);
  const pieces = useMemo(() => stepPieces(fold, perceptron), [fold, perceptron]);
  useDispose(step);
  useEffect(() => {
    step.setColours(palette);
    step.setValues(fold.values);
    invalidate();
  }, [step, palette, fold, invalidate]);
  useFrame(() => step.show(pieces, morphAt(clock.t, fold.stages.length).part), -1);
  useEffect(() => clock.subscribe(() => invalidate()), [clock, invalidate]);
  return <primitive object={step.object} />;
}
