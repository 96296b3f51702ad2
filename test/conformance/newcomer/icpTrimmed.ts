import { icpMember } from '../../../src/registration/methods/icp.ts';

/** Point to plane with the nearest 70 % of the matches (Chetverikov et al., The Trimmed Iterative Closest Point Algorithm, ICPR 2002). */
export const icpTrimmed = icpMember('Trimmed ICP', 2, { estimation: 'plane', kernel: 'trimmed', keep: 0.7 });
