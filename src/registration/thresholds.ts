/**
 * From where on evidence speaks against a pose, and from where on it refutes it. Chosen on seeds 1 and 1000 to 1002 of tools/registration/verdict-table.mjs, which
 * prints what they come to on others.
 */
export const thresholds = {
  /** Share of the source laid on the target: less is little. */
  fitness: { doubtful: 0.2, failed: 0.12 },
  /** Right poses of the LiDAR pair have 0.8 and more; noise of half a limit gives about as much. */
  sharpness: { doubtful: 0.75, failed: 0.5 },
  /** Right poses have 0.016 and more, a noisy plane on a plane some 1e-5. Below `free` a refinement may slide for nothing. */
  stiffness: { doubtful: 2e-3, free: 1e-2 },
  /** In limits. A pose may be right to within them, and a plain ICP's is drawn off by outliers. */
  drift: { doubtful: 1.6, failed: 4 },
  /** A pose elsewhere that fits as well: how much of the pose's score it has at least, and what it may be worse by at most. */
  asWell: { share: 0.33, contradiction: 0.008, looseness: 1.18, averted: 0.88, unsupported: 0.02 },
  /**
   * Where all of either cloud lies on the other, nothing but itself supports the pose: two sides of a house that half a turn lays on each other. No right pose of a thing without a symmetry has had
   * a rival that came near.
   */
  wholly: { seen: 0.97, contradiction: 0.012, unsupported: 0.1 },
  /** One that fits better lies as closely and is contradicted so much less (and by that part of the pose's own contradiction), or lays on so many times as much … */
  better: { share: 0.5, looseness: 1.1, contradiction: 0.03, ofOwn: 0.3, failed: 2.2, excess: 0.05, support: 0.08 },
  /** … or lies that much more closely, with so much of the score: a rigid pose, and a mirror image or another size. */
  closer: { looseness: 0.55, share: 0.4, contradiction: 0.01, unsupported: 0.03 },
  closerUnlike: { looseness: 0.65, share: 0.85, contradiction: 0.01, unsupported: 0.03 },
  /** A mirror image or another size must do so much better than any rigid pose; sizes within `factor` (a logarithm) are one. */
  unlike: { share: 1.08, contradiction: 0.003, unsupported: 0.005, looseness: 1.05, failed: 1.3, factor: 0.008 },
  /** Another size about the pose itself, of which the pose is one: it lies that much more closely, on no less. */
  resized: { share: 1, looseness: 0.92, contradiction: 0.003 },
  /** Whole things that only one cloud has, where both have looked. */
  lacking: { doubtful: 0.02 },
  /** Two shapes that merely resemble each other (two bumpy balls, two room corners) lie loosely, and contradict each other much or lie nearly as well elsewhere. */
  resemblance: { sharpness: 0.9, share: 0.7, looseness: 1.5, contradiction: 0.12, excess: 0.03 },
} as const;
