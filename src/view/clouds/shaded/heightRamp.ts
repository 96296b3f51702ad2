import { DataTexture, LinearFilter } from 'three';
import type { Theme } from '../../../state/common.ts';
import { rampOf } from '../../ramp.ts';

/** Low to high; lightness monotone, so that it reads without hue, and never that of the paper. */
const heightStops = {
  light: ['#2f4a80', '#2f7f86', '#77a04c', '#d9a441'],
  dark: ['#4a64b0', '#4fa6a0', '#a9cc74', '#ffd97a'],
} as const;

/** 256 colours from the lowest to the highest point. */
export function heightRamp(theme: Theme): DataTexture {
  const texture = new DataTexture(rampOf(heightStops[theme], 256), 256, 1);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
