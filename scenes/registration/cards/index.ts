import { better } from './better.ts';
import { learns } from './learns.ts';
import type { RegistrationCard } from './types.ts';
import { which } from './which.ts';
import { why } from './why.ts';

/** The tour of the registration scene, in its order. */
export const cards: readonly RegistrationCard[] = [why, which, learns, better];
