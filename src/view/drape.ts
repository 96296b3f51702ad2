import { DataTexture, LinearFilter } from 'three';
import type { Domain } from '../surfaces/types.ts';
import type { SharedUniforms } from './uniforms.ts';

export interface Drape {
  /** RGBA, size × size, the upper border of `window` first. The array is read at the next frame, and again when it is set again. */
  set(pixels: Uint8ClampedArray<ArrayBuffer>, size: number, window: Domain): void;
  /** Until a picture is set again. */
  hide(): void;
  dispose(): void;
}

/** Lays a picture over surface and plan for as long as it is there. */
export function createDrape(shared: SharedUniforms): Drape {
  const none = shared.uDrape.value;
  let texture: DataTexture | null = null;
  return {
    set(pixels, size, [x0, x1, y0, y1]) {
      if (texture?.image.data !== pixels) {
        texture?.dispose();
        texture = new DataTexture(pixels, size, size);
        texture.minFilter = LinearFilter;
        texture.magFilter = LinearFilter;
        shared.uDrape.value = texture;
      }
      texture.needsUpdate = true;
      shared.uDrapeAt.value.set(x0, x1, y0, y1);
      shared.uDraped.value = 1;
    },
    hide() {
      shared.uDraped.value = 0;
    },
    dispose() {
      texture?.dispose();
      shared.uDrape.value = none;
      shared.uDraped.value = 0;
    },
  };
}
