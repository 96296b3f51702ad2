import { useMemo, useState } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { PointReadout } from '../../../src/scene/parts/PointReadout.tsx';
import { Pointing, type Pointables, type PointedAt } from '../../../src/scene/parts/Pointing.tsx';
import type { StagePane, Subject } from '../../../src/scene/stage.ts';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { activationName, gateName } from './read.ts';
import { ACROSS, planeOf, UP } from './run/perceptron.ts';
import { ROOM } from './run/room.ts';
import { usePerceptron } from './usePerceptron.ts';
import { LayersHead, PlaneHead } from './views/Heads.tsx';
import { GatesLegend } from './views/Legend.tsx';
import { Layers } from './views/Layers.tsx';
import { Plane } from './views/Plane.tsx';
import '../microscope.css';

const space = { worldFromTarget: identity(), scale: 1, radius: 10, centre: [0, 0, 0] } as const;
const box = (x: number, low: number, high: number, z: number) =>
  [-x, x].flatMap((a) => [low, high].flatMap((b) => [a, b, z, a, b, -z]));

const over: Subject = {
  ...{ space, clearance: 12, phoneClearance: 8, direction: { azimuth: -24, elevation: 26 } },
  outline: box(0.75 * ACROSS, -0.9 * UP, UP, 0.75 * ACROSS),
};
/** From where the last plane is not seen by its edge: it leans to the other side where the net is made of gates. */
const inside = (azimuth: number): Subject => ({
  ...{ space, clearance: 14, phoneClearance: 8, direction: { azimuth, elevation: 22 } },
  outline: box(ROOM.x + 0.8, -ROOM.y, ROOM.y, ROOM.z),
});
const subjects = { one: over, fold: inside(-20), gates: inside(28), learned: inside(-20) };

/** A perceptron's plane over the unit square, or the way of the plane through a net that folds it. */
export default function View(props: ViewProps) {
  const t = useText();
  const { value: run, problem, older } = model.useResult('gates');
  const neurons = model.useState((state) => state.neurons);
  const net = model.useState((state) => state.xorNet);
  const twin = model.useState((state) => state.xorTwin);
  const gate = model.useState((state) => state.gate);
  const [pointables] = useState<Pointables>(() => new Map());
  const [pointed, setPointed] = useState<PointedAt | null>(null);
  const perceptron = usePerceptron();
  const plane = useMemo(() => planeOf(gate, perceptron), [gate, perceptron]);
  const said = { older: older ? t('mic.older') : null };
  const folds = run?.neurons === 'layers' ? run.folds : twin ? [null, null] : [null];
  const panes: readonly StagePane[] =
    neurons === 'one'
      ? [
          {
            ...{ id: 'one', label: t('mic.gates.one', { gate: gateName(gate) }) },
            head: <PlaneHead gate={gate} fold={plane} of={perceptron} />,
            draw: (drawn) => <Plane {...{ drawn, gate, perceptron, pointables }} fold={plane} />,
          },
        ]
      : folds.map((fold, place) => ({
          ...{ id: `fold${place}`, label: fold ? activationName(fold) : t('mic.gates.canvas'), ...said },
          head: fold && <LayersHead fold={fold} />,
          draw: (drawn) => fold && <Layers {...{ drawn, fold, pointables }} box={place} />,
        }));
  return (
    <PaneStage
      {...props}
      {...{
        label: t('mic.gates.canvas'),
        view: `gates-${neurons}`,
        subject: subjects[neurons === 'one' ? 'one' : net],
        panes,
      }}
      inside={(drawn) => <Pointing {...{ drawn, pointables }} onPointed={setPointed} onPress={() => undefined} />}
    >
      {pointed && <PointReadout at={pointed} title={pointed.title} colour={pointed.colour} rows={pointed.rows} />}
      <GatesLegend of={neurons === 'one' ? 'handles' : net === 'learned' ? null : 'third'} />
      {problem && <Notice failed text={t(problem.kind === 'stopped' ? 'mic.stopped' : 'mic.failed')} />}
    </PaneStage>
  );
}
