import { commandTable, flagTable } from './flags.ts';
import { code, grid } from './grid.ts';
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

function keyTable(rows: readonly KeyRow[], language: Language): string {
  const keys = (names: readonly string[]) => names.map((name) => (name === '…' ? name : `<kbd>${name}</kbd>`)).join(' ');
  return grid(
    { en: ['Key', 'What it does'], ja: ['キー', 'すること'] }[language],
    rows.map(({ keys: names, does }) => [keys(names), does]),
  );
}

/** A part for every scene and one before them, each under a heading of its own. */
function perScene(language: Language, common: string, own: (scene: DocumentedScene) => string): string {
  const parts = documentedScenes.map((scene) => `### ${scene.name(language)}\n\n${own(scene)}`);
  return [`### ${everyScene[language]}\n\n${common}`, ...parts].join('\n\n');
}

const exampleOf = ({ id, opening }: DocumentedScene) => exampleLinks[id] ?? opening;

function sceneTable(language: Language): string {
  const head = { en: ['Scene', 'A link'], ja: ['場面', 'リンクの例'] }[language];
  return grid(
    head,
    documentedScenes.map((scene) => [scene.name(language), code(`#${exampleOf(scene)}`)]),
  );
}

const makers: Readonly<Record<string, (language: Language, of: string) => string>> = {
  scenes: sceneTable,
  'link-keys': (language) =>
    perScene(
      language,
      linkTable(commonLinkRows(), language),
      (scene) => `\`#${exampleOf(scene)}\`\n\n${linkTable(scene.linkRows(), language)}`,
    ),
  keys: (language) =>
    perScene(language, keyTable(commonKeyRows(language), language), (scene) => keyTable(scene.keyRows(language), language)),
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
