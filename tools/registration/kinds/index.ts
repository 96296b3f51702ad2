import { distinctKinds } from './distinct.ts';
import type { Kind } from './kind.ts';
import { repeatedKinds } from './repeated.ts';
import { roomKinds } from './rooms.ts';
import { symmetricKinds } from './symmetric.ts';

/** Every constructed kind of pair that the verdict is measured on. */
export const kinds: readonly Kind[] = [...repeatedKinds, ...symmetricKinds, ...roomKinds, ...distinctKinds];
