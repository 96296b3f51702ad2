/** What is drawn by a camera of its own, apart from all else: clouds that a pass shades, and what a lens shows. */
export const layers = { plain: 0, shaded: 1, lens: 2 } as const;
