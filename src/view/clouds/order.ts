/** Who is drawn over whom in a pane where depth does not tell (renderOrder). */
export const cloudOrder = {
  model: 0,
  target: 2,
  threads: 4,
  behind: 5,
  source: 6,
  pairLine: 20,
  pair: 21,
  gizmo: 30,
} as const;
