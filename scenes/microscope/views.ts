/** The parts of the scene, in the order of its menu; each is a folder of its own, see `parts.ts`. */
export const viewIds = ['layers', 'digit', 'gates', 'book'] as const;
export type ViewId = (typeof viewIds)[number];

/** Whether that part is the one on view. */
export const isOn = ({ view }: { readonly view: string }, id: ViewId): boolean => view === id;
