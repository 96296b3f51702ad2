/** Kin that are listed, and tied to the picture on the map. */
export const NEAREST = 6;
