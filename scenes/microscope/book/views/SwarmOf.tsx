import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import type { Space } from '../../../../src/networks/search/space.ts';
import { useSession } from '../../../../src/runs/session.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { drawnRow } from '../../../../src/trace/jump.ts';
import { createCloudView } from '../../../../src/view/clouds/cloudView.ts';
import { createLines } from '../../../../src/view/clouds/lines.ts';
import { cloudOrder } from '../../../../src/view/clouds/order.ts';
import { mixHex, rgb } from '../../../../src/view/palette.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';
import type { Swarm } from '../picture/types.ts';
import { hueOf } from '../read.ts';
import { trialAt } from './place.ts';
import { bestOf, kinOf, knownOf, NET, netOf, writeNet, type Known } from './swarm.ts';

/** Where what is not drawn is put. */
const AWAY = 1e4;

function createSwarm({ uniforms, space }: Pick<Drawn, 'uniforms' | 'space'>, capacity: number) {
  const places = new Float64Array(3 * capacity);
  const dots = createCloudView(uniforms, places, null, null, 'source');
  const best = createCloudView(uniforms, new Float64Array(3), null, null, 'marker');
  const stems = createLines(uniforms, capacity, { width: 1, opacity: 0.5, fade: 0.3 }, cloudOrder.threads);
  const kin = createLines(uniforms, 2 * capacity, { width: 1.2, opacity: 0.8, fade: 0.2 }, cloudOrder.threads);
  const net = createLines(uniforms, 2 * NET * NET, { width: 1, opacity: 0.55, fade: 0.4 }, cloudOrder.target);
  for (const cloud of [dots, best]) cloud.place(space, null);
  const object = new Group();
  object.add(net.object, stems.object, kin.object, dots.object, best.object);
  let netted = '';

  /** The net over the first `shown` trials. */
  function lay(known: Known, shown: number): void {
    const now = `${known.length} ${shown}`;
    if (now === netted) return;
    netted = now;
    net.setCount(writeNet(netOf(known.slice(0, shown)), net.starts, net.ends));
  }

  return {
    object,
    /** `at`: trials that are drawn, the last of them on its way up. */
    show({ trials }: Swarm, known: Known, at: number) {
      const shown = Math.min(Math.ceil(at), trials.length);
      for (let k = 0; k < capacity; k++) {
        const trial = known[k];
        if (!trial || k >= shown) {
          places[3 * k + 1] = AWAY;
          continue;
        }
        const [lr, decay, score] = trial;
        const top = trialAt(lr, decay, score * Math.min(Math.max(at - k, 0), 1));
        places.set(top, 3 * k);
        stems.starts.set([top[0], 0, top[2]], 3 * k);
        stems.ends.set(top, 3 * k);
      }
      dots.setPlaces(places);
      stems.setCount(shown);
      const threads = kinOf(trials, shown);
      threads.forEach(([parent, child], k) => {
        for (let axis = 0; axis < 3; axis++) {
          kin.starts[3 * k + axis] = places[3 * parent + axis]!;
          kin.ends[3 * k + axis] = places[3 * child + axis]!;
        }
      });
      kin.setCount(threads.length);
      const first = bestOf(trials, shown);
      const place = first ? trials.indexOf(first) : -1;
      best.setPlaces(place < 0 ? [0, AWAY, 0] : places.slice(3 * place, 3 * place + 3));
      lay(known, Math.floor(at));
    },
    setColours({ theme, ink, paper, accent }: Drawn['palette'], series: number) {
      const hue = hueOf(theme, series);
      const look = { opacity: 1, fade: 0.25, paleColour: rgb(hue) };
      dots.setLook({ ...look, colour: rgb(hue), diameter: 7 });
      best.setLook({ ...look, colour: rgb(accent), paleColour: rgb(accent), diameter: 9 });
      stems.setColour(mixHex(paper, ink, 0.6));
      kin.setColour(rgb(hue));
      net.setColour(mixHex(paper, ink, 0.7));
    },
    dispose() {
      for (const part of [dots, best, stems, kin, net]) part.dispose();
    },
  };
}

interface Props {
  readonly drawn: Drawn;
  readonly swarm: Swarm;
  readonly space: Space;
  /** Trials in all. */
  readonly capacity: number;
}

/** Trials as they come, each on its stem, and a net laid over what they know of validation accuracy; children hang on their parents by threads. */
export function SwarmOf({ drawn, swarm, space: searched, capacity }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const { uniforms, space, palette } = drawn;
  const view = useMemo(() => createSwarm({ uniforms, space }, capacity), [uniforms, space, capacity]);
  const known = useMemo(() => knownOf(swarm.trials, searched), [swarm, searched]);
  useDispose(view);
  useEffect(() => {
    view.setColours(palette, swarm.series);
    invalidate();
  }, [view, palette, swarm.series, invalidate]);
  useFrame(() => view.show(swarm, known, drawnRow(clock.t) + 1), -1);
  useEffect(() => {
    invalidate();
    return clock.subscribe(() => invalidate());
  }, [clock, view, swarm, invalidate]);
  return <primitive object={view.object} />;
}
