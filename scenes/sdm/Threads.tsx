import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { useSession } from '../../src/runs/session.tsx';
import type { Drawn } from '../../src/scene/PaneStage.tsx';
import type { SdmPaths } from '../../src/sdm/types.ts';
import { drawnRow } from '../../src/trace/jump.ts';
import { createCloudView } from '../../src/view/clouds/cloudView.ts';
import { createLines } from '../../src/view/clouds/lines.ts';
import { cloudOrder } from '../../src/view/clouds/order.ts';
import { mixHex, rgb } from '../../src/view/palette.ts';
import { threadsOf, type Ribbon } from './ribbon.ts';

interface Props extends Drawn {
  readonly ribbon: Ribbon;
  readonly paths: SdmPaths;
  /** #rrggbb */
  readonly colour: string;
  readonly opacity: number;
}

/** Every start's way so far as a thread through the ribbon, with a head where it stands; what has left the picture waits at its edge. */
export function Threads({ uniforms, space, palette, ribbon, paths, colour, opacity }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(() => {
    const threads = threadsOf(ribbon, paths);
    const { count, maps } = threads;
    const lines = createLines(uniforms, count * maps, { width: 1.2, opacity, fade: 0.4 }, cloudOrder.threads);
    const places = threads.headsAt(0);
    const heads = createCloudView(uniforms, places, null, null, 'source');
    const object = new Group();
    object.add(lines.object, heads.object);
    return {
      ...{ lines, heads, object },
      show(t: number) {
        const row = Math.min(drawnRow(t), maps);
        heads.setPlaces(threads.headsAt(row, places));
        lines.setCount(threads.write(row, lines.starts, lines.ends));
      },
      dispose() {
        lines.dispose();
        heads.dispose();
      },
    };
  }, [uniforms, ribbon, paths, opacity]);
  useEffect(() => () => view.dispose(), [view]);
  useEffect(() => {
    const ink = rgb(colour);
    view.lines.setColour(ink);
    view.heads.setLook({ colour: ink, paleColour: ink, diameter: 4.4, opacity: 1, fade: 0.3 });
    view.heads.place(space, null);
    const show = () => {
      view.show(clock.t);
      invalidate();
    };
    show();
    return clock.subscribe(show);
  }, [view, space, colour, palette, clock, invalidate]);
  return <primitive object={view.object} />;
}

/** The box of the picture, the plane x = x* that all threads should end on, and the range of training where they begin. */
export function Room({ uniforms, palette, ribbon }: Drawn & { readonly ribbon: Ribbon }) {
  const invalidate = useThree((state) => state.invalidate);
  const groups = useMemo(() => {
    const kinds = [
      { edges: ribbon.box, width: 1, ink: 0.3 },
      { edges: ribbon.plane, width: 1, ink: 0.42 },
      { edges: ribbon.rim, width: 2, ink: 0.85 },
      { edges: ribbon.trained, width: 2.4, ink: 0.62 },
    ];
    return kinds.map(({ edges, width, ink }) => {
      const lines = createLines(uniforms, edges.length, { width, opacity: 1 }, cloudOrder.target);
      edges.forEach(([from, to], i) => {
        lines.starts.set(from, 3 * i);
        lines.ends.set(to, 3 * i);
      });
      lines.setCount(edges.length);
      return { lines, ink };
    });
  }, [uniforms, ribbon]);
  useEffect(() => () => groups.forEach(({ lines }) => lines.dispose()), [groups]);
  useEffect(() => {
    for (const { lines, ink } of groups) lines.setColour(mixHex(palette.paper, palette.ink, ink));
    invalidate();
  }, [groups, palette, invalidate]);
  return groups.map(({ lines }, k) => <primitive key={k} object={lines.object} />);
}
