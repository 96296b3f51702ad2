import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { useSession } from '../../runs/session.tsx';
import { drawnRow } from '../../trace/jump.ts';
import { createCloudView } from '../../view/clouds/cloudView.ts';
import { createLines } from '../../view/clouds/lines.ts';
import { cloudOrder } from '../../view/clouds/order.ts';
import { rgb } from '../../view/palette.ts';
import { useDispose } from '../../view/useDispose.ts';
import type { Drawn } from '../stage.ts';

/** Ways through the steps of a clock, in the world. */
export interface Bundle {
  readonly count: number;
  readonly steps: number;
  /** Writes the line of thread `index` in step `step` (from 0), as far as `part` (0 … 1) of it, its two ends at `at` of the buffers. */
  write(index: number, step: number, part: number, from: Float32Array, to: Float32Array, at: number): void;
  /** Writes where all heads are after `row` steps (fractional while one is under way), flat. */
  heads(row: number, out: Float64Array): void;
}

interface Props extends Pick<Drawn, 'uniforms' | 'space'> {
  /** The same object as long as nothing of it changes. */
  readonly bundle: Bundle;
  /** #rrggbb */
  readonly colour: string;
  readonly opacity: number;
}

/** CSS pixels of a thread, so that neither many clot nor a few are lost. */
const widthOf = (count: number): number => Math.min(Math.max(10 / Math.sqrt(count), 1), 2.2);

function createThreads({ uniforms, space, bundle, opacity }: Omit<Props, 'colour'>) {
  const { count, steps } = bundle;
  const width = widthOf(count);
  // A few are not hidden by one another.
  const style = { width, opacity: Math.min(opacity + 2 / count, 1), fade: 0.3 };
  const lines = createLines(uniforms, count * steps, style, cloudOrder.threads);
  const places = new Float64Array(3 * count);
  bundle.heads(0, places);
  const heads = createCloudView(uniforms, places, null, null, 'source');
  heads.place(space, null);
  /** Steps that are written whole: they stand step after step, so that those are whole blocks of lines. */
  let whole = 0;
  return {
    object: new Group().add(lines.object, heads.object),
    show(t: number) {
      const row = Math.min(drawnRow(t), steps);
      for (let k = Math.min(whole, Math.floor(row)); k < row; k++) {
        for (let i = 0; i < count; i++) {
          bundle.write(i, k, Math.min(row - k, 1), lines.starts, lines.ends, 3 * (k * count + i));
        }
      }
      whole = Math.floor(row);
      lines.setCount(Math.ceil(row) * count);
      bundle.heads(row, places);
      heads.setPlaces(places);
    },
    setColour(colour: string) {
      const ink = rgb(colour);
      lines.setColour(ink);
      heads.setLook({ colour: ink, paleColour: ink, diameter: 2 * width + 1, opacity: 1, fade: 0.3 });
    },
    dispose() {
      lines.dispose();
      heads.dispose();
    },
  };
}

/** Threads that grow with the clock, each with a head where it is. */
export function Threads({ uniforms, space, bundle, colour, opacity }: Props) {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const threads = useMemo(
    () => createThreads({ uniforms, space, bundle, opacity }),
    [uniforms, space, bundle, opacity],
  );
  useDispose(threads);
  useEffect(() => {
    const show = () => {
      threads.show(clock.t);
      invalidate();
    };
    show();
    return clock.subscribe(show);
  }, [threads, clock, invalidate]);
  useEffect(() => {
    threads.setColour(colour);
    invalidate();
  }, [threads, colour, invalidate]);
  return <primitive object={threads.object} />;
}
