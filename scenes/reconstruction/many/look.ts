/** Distance, in longest edges of the object, at the upper end of the ramp. */
export const SPREAD_LIMIT = 0.1;
