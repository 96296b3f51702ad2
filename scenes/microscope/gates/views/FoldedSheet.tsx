import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { truths, type GateId } from '../../../../src/networks/microscope/truths.ts';
import { useSession } from '../../../../src/runs/session.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { createCloudView } from '../../../../src/view/clouds/cloudView.ts';
import { mixHex, rgb, type Palette } from '../../../../src/view/palette.ts';
import { createFoldSheet, type SheetStyle } from '../../../../src/view/sheets/foldSheet.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';
import { hueOf, morphAt } from '../read.ts';
import { cornerPoints, SIDE } from '../run/grid.ts';
import type { Fold } from '../run/types.ts';

interface Props {
  readonly drawn: Drawn;
  readonly gate: GateId;
  readonly fold: Fold;
  /** Where the corners are now, x, y, z each: written every frame, for labels. */
  readonly places: Float64Array;
  readonly style: SheetStyle;
  /** It stays at this stage, whatever the clock says. */
  readonly stage?: number;
  /** Where the corners lie instead of on the sheet. */
  readonly ground?: Float64Array | null;
}

/** A row of the grid gets a line every so many points. */
const EVERY = 5;

function createMarks({ uniforms, space }: Pick<Drawn, 'uniforms' | 'space'>, gate: GateId) {
  const marks = ([1, 0] as const).map((truth) => {
    const own = [0, 1, 2, 3].filter((corner) => truths[gate][corner] === truth);
    const places = new Float64Array(3 * own.length);
    const dots = createCloudView(uniforms, places, null, null, 'marker');
    dots.place(space, null);
    return { truth, own, places, dots };
  });
  const object = new Group();
  object.add(...marks.map(({ dots }) => dots.object));
  return {
    object,
    show(at: Float64Array) {
      for (const { own, places, dots } of marks) {
        own.forEach((corner, k) => {
          for (let axis = 0; axis < 3; axis++) places[3 * k + axis] = at[3 * corner + axis]!;
        });
        dots.setPlaces(places);
      }
    },
    setColours({ theme }: Palette) {
      for (const { truth, dots } of marks) {
        const colour = rgb(hueOf(theme, truth === 1));
        dots.setLook({ colour, paleColour: colour, diameter: 15, opacity: 1, fade: 0, shape: truth === 1 ? 0 : 1 });
      }
    },
    dispose: () => marks.forEach(({ dots }) => dots.dispose()),
  };
}

/** The grid of the input plane on its way through a net, tinted by what the net says there in the end; its four corners are marked by what the gate wants. */
export function FoldedSheet({ drawn, gate, fold, places, style, stage, ground = null }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { uniforms, space, palette } = drawn;
  const sheet = useMemo(() => createFoldSheet(uniforms, SIDE, EVERY, style), [uniforms, style]);
  const marks = useMemo(() => createMarks({ uniforms, space }, gate), [uniforms, space, gate]);
  useDispose(sheet);
  useDispose(marks);
  useEffect(() => {
    const { theme, paper, ink } = palette;
    sheet.setColours(rgb(hueOf(theme, true)), rgb(hueOf(theme, false)), mixHex(paper, ink, 0.75));
    marks.setColours(palette);
    sheet.setValues(fold.values);
    invalidate();
  }, [sheet, marks, palette, fold, invalidate]);
  useFrame(() => {
    const { stages } = fold;
    const { from, part } = stage === undefined ? morphAt(clock.t, stages.length) : { from: stage, part: 0 };
    const [a, b] = [stages[from]!.places, stages[Math.min(from + 1, stages.length - 1)]!.places];
    sheet.show(a, b, part);
    for (let corner = 0; corner < 4; corner++) {
      for (let axis = 0; axis < 3; axis++) {
        const i = 3 * cornerPoints[corner]! + axis;
        places[3 * corner + axis] = ground ? ground[3 * corner + axis]! : a[i]! + part * (b[i]! - a[i]!);
      }
    }
    marks.show(places);
  }, -1);
  useEffect(() => {
    invalidate();
    return clock.subscribe(() => invalidate());
  }, [clock, fold, invalidate]);
  return (
    <>
      <primitive object={sheet.object} />
      <primitive object={marks.object} />
    </>
  );
}
