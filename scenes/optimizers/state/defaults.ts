/** The opening state: the book's ch06 experiment. What a surface brings (start, steps, learning rates, semantics, cut) stands in its own file, what depends on nothing in `entries`. */
export const sceneDefaults = {
  surface: 'bowl',
  enabled: ['sgd', 'momentum', 'adagrad', 'adam'],
  selected: 'sgd',
} as const;

/** At most this many paths at once: more could not be told apart. */
export const MAX_ENABLED = 6;
export const MAX_STEPS = 2000;
/** How much larger text and lines are while presenting, for the back row of a lecture hall. */
export const PRESENTING_SCALE = 1.7;
export const SWARM_SEED = 1;
/** Own formulas start with this view of the plane. */
export const FORMULA_DOMAIN = [-5, 5, -5, 5] as const;
