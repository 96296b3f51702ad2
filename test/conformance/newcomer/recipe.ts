import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The newcomers of the recipes in docs/, type-checked where they stand beside this file. Each is one file in a folder of src/ and two
 * lines in that folder's registry: its import, and its entry.
 */
interface Newcomer {
  /** In src/. */
  readonly folder: string;
  /** The entry of the registry that it comes after. */
  readonly after: string;
  /** Its own; absent: its name. */
  readonly entry?: string;
}

export const newcomers = {
  qhadam: { folder: 'optimizers', after: 'prodigy' },
  zakharov: { folder: 'surfaces', after: "'monkey-saddle': monkeySaddle" },
  icpTrimmed: {
    folder: 'registration/methods',
    after: "gicp: icpMember('GICP', 2, icpMethods.gicp)",
    entry: "'icp-trimmed': icpTrimmed",
  },
} as const satisfies Readonly<Record<string, Newcomer>>;

export type NewcomerId = keyof typeof newcomers;

/** The newcomer's file as it stands in its own folder of src/. */
export function fileOf(id: NewcomerId): string {
  const text = readFileSync(join(import.meta.dirname, `${id}.ts`), 'utf8');
  return text.replaceAll(`'../../../src/${newcomers[id].folder}/`, "'./");
}

/** The registry with the newcomer at its end. */
export function registryWith(id: NewcomerId, registry: string): string {
  const { after, entry = id }: Newcomer = newcomers[id];
  return `import { ${id} } from './${id}.ts';\n${registry.replace(`\n  ${after},\n`, `\n  ${after},\n  ${entry},\n`)}`;
}
