import type { Extras } from '../../src/reconstruction/network/extras.ts';
import type { State } from './state.ts';

/** What a state has done for its answers. */
export const extrasIn = ({ mirror, pull }: Pick<State, 'mirror' | 'pull'>): Extras => ({ mirror, pull });

/** Other extras, another key. */
export const keyOfExtras = ({ mirror, pull }: Extras): string => `${mirror ? 'm' : '-'}${pull ? 'p' : '-'}`;
