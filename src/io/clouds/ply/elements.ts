import type { PlyElement } from './header.ts';

export const isVertex = ({ name }: PlyElement): boolean => name === 'vertex';

/** Which property of an element lists a face's vertices; −1: none. */
export const cornersOf = ({ name, properties }: PlyElement): number =>
  name === 'face'
    ? properties.findIndex((one) => one.lengthType !== null && /^vertex_(indices|index)$/.test(one.name))
    : -1;

/** "69792 × vertex and 12 × face", for messages. */
export const promisedBy = (elements: readonly PlyElement[]): string =>
  elements.map(({ name, count }) => `${count} × ${name}`).join(' and ');
