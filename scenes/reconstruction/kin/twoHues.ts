import { inkColours } from '../../../src/state/ink.ts';

/** Of the thing that is kept, and of the one on view; #rrggbb. */
export const twoHues = (theme: keyof typeof inkColours) => [inkColours[theme][0], inkColours[theme][3]] as const;
