import { book } from './book/part.ts';
import { digit } from './digit/part.ts';
import { gates } from './gates/part.ts';
import { layers } from './layers/part.ts';
import type { Part } from './part.ts';
import type { ViewId } from './views.ts';

/** Another view is its folder and a line here, in `views.ts`, and where it has them in `state.ts`, `model.ts`, `jobs.ts`, cards and words. */
export const parts: Readonly<Record<ViewId, Part>> = { layers, digit, gates, book };
