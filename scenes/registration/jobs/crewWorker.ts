import { expose } from 'comlink';
import { createMember } from '../../../src/jobs/crew/member.ts';

/* A member of the page's crew. */

expose(createMember());
