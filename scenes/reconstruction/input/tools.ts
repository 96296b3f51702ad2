/** What a hand does in the editor. */
export const tools = ['box', 'keep', 'paint', 'erase', 'fill'] as const;
export type Tool = (typeof tools)[number];
