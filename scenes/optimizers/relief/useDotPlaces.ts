import { useThree } from '@react-three/fiber';
import { useCallback } from 'react';
import { Vector3 } from 'three';
import { contains } from '../../../src/surfaces/domain.ts';
import { displayPoint, floorPoint } from '../../../src/view/display.ts';
import type { FrameState } from './frameState.ts';
import type { SceneModel } from './model.ts';

type Pixels = readonly [x: number, y: number];

interface DotPlaces {
  /** Where an iterate stands in the picture: on the surface, and its shadow on the plan. */
  readonly places: (x: number, y: number, f: number) => readonly Pixels[];
  /** A place of the page in the picture's pixels. */
  readonly pixel: (clientX: number, clientY: number) => Pixels;
}

/** Where iterates are drawn just now, CSS pixels from the picture's upper left corner; nowhere outside the map or above the cut. */
export function useDotPlaces(model: SceneModel, frame: FrameState, plan: boolean): () => DotPlaces {
  const { gl, camera } = useThree();
  return useCallback(() => {
    const box = gl.domElement.getBoundingClientRect();
    const world = new Vector3();
    const { display } = model;
    const onScreen = (): Pixels => {
      world.project(camera);
      // Behind the eye is nowhere.
      return world.z > 1 ? [NaN, NaN] : [(world.x * 0.5 + 0.5) * box.width, (0.5 - world.y * 0.5) * box.height];
    };
    return {
      places(x, y, f) {
        if (!contains(display.domain, x, y)) return [];
        const places: Pixels[] = [];
        if (f <= frame.cut) {
          displayPoint(display, x, y, f, world);
          places.push(onScreen());
        }
        if (plan) {
          floorPoint(display, x, y, world);
          places.push(onScreen());
        }
        return places;
      },
      pixel: (clientX, clientY) => [clientX - box.left, clientY - box.top],
    };
  }, [gl, camera, model, frame, plan]);
}
