/** What the points of a scan are coloured by: whose they are, their height, or what the file says. */
export const colourings = ['hue', 'height', 'own'] as const;
export type Colouring = (typeof colourings)[number];
