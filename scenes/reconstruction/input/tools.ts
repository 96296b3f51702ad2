/** What a hand does in the editor; a drawing has nothing to draw a box around, nor parts to choose from. */
export const fileTools = ['box', 'keep', 'paint', 'erase', 'fill'] as const;
export const drawingTools = ['paint', 'erase', 'fill'] as const;
export type Tool = (typeof fileTools)[number];
