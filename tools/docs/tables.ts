import { commandTable, flagTable } from './flags.ts';
import { code, grid, sentence } from './grid.ts';
import { commonLinkRows, type LinkRow } from './links.ts';
import { categoryTable, methodTable, optimizerTable, parameterTable, rateTable, surfaceTable } from './registries.ts';
import { commonKeyRows, documentedScenes, type DocumentedScene, type KeyRow } from './scenes.ts';
import { exampleLinks } from './words/links.ts';
import type { Language } from './words/types.ts';

const everyScene = { en: 'Every scene', ja: 'どの場面にも' } as const;

function linkTable(rows: readonly LinkRow[], language: Language): string {
  const head = { en: ['Key', 'Meaning', 'Values'], ja: ['鍵', '意味', '値'] }[language];
  return grid(
    head,
    rows.map(({ key, meaning, values }) => [code(key), meaning[language], values[language]]),
  );
}

const exampleOf = ({ id, opening }: DocumentedScene) => exampleLinks[id] ?? opening;

/** What every scene has, then each scene's own, each under a heading. */
function linkTables(language: Language): string {
  const parts = documentedScenes.map((scene) =>
    [`### ${scene.name(language)}`, code(`#${exampleOf(scene)}`), linkTable(scene.linkRows(), language)].join('\n\n'),
  );
  return [`### ${everyScene[language]}`, linkTable(commonLinkRows(), language), ...parts].join('\n\n');
}

function keyTable(language: Language): string {
  const shown = (names: readonly string[]) =>
    names.map((name) => (name === '…' ? name : `<kbd>${name}</kbd>`)).join(' ');
  const rowsOf = (where: string, rows: readonly KeyRow[]) =>
    rows.map(({ keys, does }, i) => [i === 0 ? where : '', shown(keys), sentence(does)]);
  return grid({ en: ['Scene', 'Key', 'What it does'], ja: ['場面', 'キー', 'すること'] }[language], [
    ...rowsOf(everyScene[language], commonKeyRows(language)),
    ...documentedScenes.flatMap((scene) => rowsOf(scene.name(language), scene.keyRows(language))),
  ]);
}

function sceneTable(language: Language): string {
  const head = { en: ['Scene', 'A link'], ja: ['場面', 'リンクの例'] }[language];
  return grid(
    head,
    documentedScenes.map((scene) => [scene.name(language), code(`#${exampleOf(scene)}`)]),
  );
}

const makers: Readonly<Record<string, (language: Language, of: string) => string>> = {
  scenes: sceneTable,
  'link-keys': linkTables,
  keys: keyTable,
  optimizers: optimizerTable,
  parameters: parameterTable,
  surfaces: surfaceTable,
  'learning-rates': rateTable,
  methods: methodTable,
  categories: categoryTable,
  commands: commandTable,
  flags: (language, command) => flagTable(command, language),
};

/** The Markdown of `NAME` or `NAME OF`. */
export function table([name = '', of = '']: readonly string[], language: Language): string {
  const make = makers[name];
  if (!make) throw new Error(`there is no table ${name}; there are ${Object.keys(makers).join(', ')}`);
  return make(language, of);
}
