import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { useSession } from '../../runs/session.tsx';
import { drawnRow } from '../../trace/jump.ts';
import { createCloudView } from '../../view/clouds/cloudView.ts';
import { createLines } from '../../view/clouds/lines.ts';
import { cloudOrder } from '../../view/clouds/order.ts';
import { rgb } from '../../view/palette.ts';
import type { Drawn } from '../PaneStage.tsx';

/** Ways through the steps of a clock, in the world. */
export interface Bundle {
  readonly count: number;
  readonly steps: number;
  /** Writes the line of thread `index` in step `step` (from 0), as far as `part` (0 … 1) of it, its two ends at `at` of the buffers. */
  write(index: number, step: number, part: number, from: Float32Array, to: Float32Array, at: number): void;
  /** Writes where all heads are after `row` steps (fractional while one is under way), flat. */
  heads(row: number, out: Float64Array): void;
}

interface Props extends Drawn {
  /** The same object as long as nothing of it changes. */
  readonly bundle: Bundle;
  /** #rrggbb */
  readonly colour: string;
  readonly opacity: number;
}

/** CSS pixels of a thread, so that neither many clot nor a few are lost. */
const widthOf = (count: number): number => Math.min(Math.max(10 / Math.sqrt(count), 1), 2.2);

/** Threads that grow with the clock, each with a head where it is. */
export function Threads({ uniforms, space, bundle, colour, opacity }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(() => {
    const { count, steps } = bundle;
    const width = widthOf(count);
    // A few are not hidden by one another.
    const ink = Math.min(opacity + 2 / count, 1);
    const lines = createLines(uniforms, count * steps, { width, opacity: ink, fade: 0.3 }, cloudOrder.threads);
    const places = new Float64Array(3 * count);
    bundle.heads(0, places);
    const heads = createCloudView(uniforms, places, null, null, 'source');
    heads.place(space, null);
    /** Steps that are written whole: they stand step after step, so that those are whole blocks of lines. */
    let whole = 0;
    const show = () => {
      const row = Math.min(drawnRow(clock.t), steps);
      for (let k = Math.min(whole, Math.floor(row)); k < row; k++) {
        for (let i = 0; i < count; i++) {
          bundle.write(i, k, Math.min(row - k, 1), lines.starts, lines.ends, 3 * (k * count + i));
        }
      }
      whole = Math.floor(row);
      lines.setCount(Math.ceil(row) * count);
      bundle.heads(row, places);
      heads.setPlaces(places);
      invalidate();
    };
    return { lines, heads, show, object: new Group().add(lines.object, heads.object) };
  }, [uniforms, space, bundle, opacity, clock, invalidate]);
  useEffect(() => {
    view.show();
    const end = clock.subscribe(view.show);
    return () => {
      end();
      view.lines.dispose();
      view.heads.dispose();
    };
  }, [view, clock]);
  useEffect(() => {
    const ink = rgb(colour);
    view.lines.setColour(ink);
    view.heads.setLook({
      colour: ink,
      paleColour: ink,
      diameter: 2 * widthOf(bundle.count) + 1,
      opacity: 1,
      fade: 0.3,
    });
    invalidate();
  }, [view, bundle, colour, invalidate]);
  return <primitive object={view.object} />;
}
