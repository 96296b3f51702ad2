import { expose } from 'comlink';
import { createMember } from './member.ts';

/* A member of the page's crew. */

expose(createMember());
