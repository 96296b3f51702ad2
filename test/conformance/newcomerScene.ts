import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/ensure.mjs';
import { scratchCopy } from '../../tools/scratch.mjs';

/** A whole scene, as one writes it who follows docs/adding.md: one number and one switch in its state, one job, one view. */
const folder = join(root, 'test/conformance/newcomer/scene');

/** Lines of its files. */
export const linesOfNewcomer = (): number =>
  readdirSync(folder).reduce(
    (sum, file) => sum + readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length,
    0,
  );

/** A scratch checkout with the minimal scene in it: its folder, and one line in the catalogue. */
export function scratchWithScene(): ReturnType<typeof scratchCopy> {
  const scratch = scratchCopy(root);
  cpSync(folder, join(scratch.folder, 'scenes/newcomer'), { recursive: true });
  const path = join(scratch.folder, 'src/app/scenes.ts');
  const catalogue = readFileSync(path, 'utf8');
  const line =
    "  newcomer: { name: { ja: '新入り', en: 'Newcomer' }, load: async () => (await import('../../scenes/newcomer/scene.ts')).scene },";
  const grown = catalogue.replace(/^} as const satisfies/m, `${line}\n$&`);
  if (grown === catalogue) throw new Error('src/app/scenes.ts has no end of its catalogue');
  writeFileSync(path, grown);
  return scratch;
}
