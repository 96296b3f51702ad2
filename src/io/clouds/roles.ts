import type { Field } from './types.ts';

const spellings = {
  position: [['x', 'y', 'z']],
  normal: [
    ['nx', 'ny', 'nz'],
    ['normal_x', 'normal_y', 'normal_z'],
    ['normalx', 'normaly', 'normalz'],
    ['normal_0', 'normal_1', 'normal_2'],
  ],
} as const;

/** The three fields of a vector, by the usual spellings of their names in either case; null where one is missing. */
export function vectorFields(
  fields: readonly Field[],
  role: keyof typeof spellings,
): readonly [Field, Field, Field] | null {
  for (const names of spellings[role]) {
    const [x, y, z] = names.map((name) => fields.find((field) => field.name.toLowerCase() === name));
    if (x && y && z) return [x, y, z];
  }
  return null;
}
