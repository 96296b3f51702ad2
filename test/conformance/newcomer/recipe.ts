import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The newcomers of the recipes in docs/, type-checked where they stand beside this file. Each is one file in a folder of src/ and two
 * lines in that folder's registry: its import, and its name.
 */
export const newcomers = {
  adabelief: { folder: 'optimizers', after: 'lion' },
  booth: { folder: 'surfaces', after: "'monkey-saddle': monkeySaddle" },
} as const;

export type NewcomerId = keyof typeof newcomers;

/** The newcomer's file as it stands in its own folder of src/. */
export function fileOf(id: NewcomerId): string {
  const text = readFileSync(join(import.meta.dirname, `${id}.ts`), 'utf8');
  return text.replaceAll(`'../../../src/${newcomers[id].folder}/`, "'./");
}

/** The registry with the newcomer at its end. */
export function registryWith(id: NewcomerId, registry: string): string {
  const { after } = newcomers[id];
  return `import { ${id} } from './${id}.ts';\n${registry.replace(`\n  ${after},\n`, `\n  ${after},\n  ${id},\n`)}`;
}
