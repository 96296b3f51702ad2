import { simdBackend } from '../networks/landscape/simd/evaluator.ts';
import { instantiating } from './wasm.ts';

/** Losses over a plane, four samples at a time. */
export const simdLandscape = simdBackend(instantiating('landscape'));
