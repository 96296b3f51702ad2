import { expose } from 'comlink';
import { createMember } from './crewMember.ts';

/* A member of the page's crew. */

expose(createMember());
