import { useThree } from '@react-three/fiber';
import { useCallback, useEffect, useRef } from 'react';
import { Vector3 } from 'three';
import { sameHighlight, type Highlight } from '../../../src/runs/highlight.ts';
import { useSession } from '../../../src/runs/session.tsx';
import type { RunView } from '../runs/runViews.ts';
import { displayPoint } from '../../../src/view/display.ts';
import type { Picked } from '../../../src/view/pick.ts';
import type { FrameState } from './frameState.ts';
import type { SceneModel } from './model.ts';
import { thingAt } from './thingAt.ts';

type Pointer = Picked & { readonly clientX: number; readonly clientY: number };

/** While a card speaks of them (`listening`), pointing at a head or a steep wall lights it up, and with it the words that name it. */
export function usePointing(
  listening: boolean,
  model: SceneModel,
  runs: readonly RunView[],
  frame: FrameState,
): (at: Pointer | null) => void {
  const { highlight } = useSession();
  const { gl, camera } = useThree();
  const own = useRef<Highlight | null>(null);
  const light = useCallback(
    (thing: Highlight | null) => {
      if (sameHighlight(thing, own.current)) return;
      // What something else has lit meanwhile is not ours to put out.
      if (thing || sameHighlight(highlight.getState().lit, own.current)) highlight.setState({ lit: thing });
      own.current = thing;
    },
    [highlight],
  );
  useEffect(
    () => () => {
      light(null);
    },
    [light, listening],
  );
  return useCallback(
    (at) => {
      if (!listening || !at) {
        light(null);
        return;
      }
      const box = gl.domElement.getBoundingClientRect();
      const world = new Vector3();
      const heads = runs.map((_, i): [number, number] => {
        const [x, y, f] = frame.heads.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
        displayPoint(model.display, x, y, f, world).project(camera);
        return [(world.x * 0.5 + 0.5) * box.width, (0.5 - world.y * 0.5) * box.height];
      });
      const slopeAt = (x: number, y: number) => {
        const out = new Float64Array(3);
        model.objective.evaluate(x, y, out);
        return [out[1] as number, out[2] as number] as const;
      };
      const slope = at.on === 'surface' ? ([...slopeAt(at.x, at.y), slopeAt(at.x, model.rect[3])[1]] as const) : null;
      light(thingAt({ runs, heads, pointer: [at.clientX - box.left, at.clientY - box.top], slope }));
    },
    [listening, model, runs, frame, gl, camera, light],
  );
}
