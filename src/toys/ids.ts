/** The paper's toys: a ring of unknown radius, a bar on the left or the right. */
export const toyIds = ['ring', 'bar'] as const;
export type ToyId = (typeof toyIds)[number];

/** What an answer is told to make small. */
export const lossIds = ['chamfer', 'emd'] as const;
export type LossId = (typeof lossIds)[number];
