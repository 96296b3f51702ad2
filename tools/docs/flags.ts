import type { Command, Option } from 'commander';
import { createProgram } from '../../src/cli/program.ts';
import { code, grid, sentence } from './grid.ts';
import { commandWords } from './words/flags.ts';
import type { Language } from './words/types.ts';

const { commands } = createProgram(() => undefined);

const anchor = (command: Command) => `[\`${command.name()}\`](#${command.name()})`;

function wordsOf(command: Command) {
  const words = commandWords[command.name()];
  if (!words) throw new Error(`words/flags.ts does not describe the command ${command.name()}`);
  const options = command.options.map(({ long }) => long ?? '');
  const stale = Object.keys(words.flags).filter((flag) => !options.includes(flag));
  if (stale.length > 0)
    throw new Error(`words/flags.ts describes flags that ${command.name()} has not: ${stale.join(', ')}`);
  return words;
}

export function commandTable(language: Language): string {
  const rows = commands.map((command) => {
    const does = language === 'en' ? command.description() : wordsOf(command).ja;
    return [anchor(command), sentence(does)];
  });
  return grid(language === 'en' ? ['Command', 'What it does'] : ['コマンド', 'すること'], rows);
}

/** `text (default: 1)` in its two parts. */
function parted(description: string): { readonly does: string; readonly otherwise: string } {
  const found = /^(.*) \((?:default: |without it: )(.*)\)$/s.exec(description);
  // In Markdown `<number>` would be a tag.
  const does = (found?.[1] ?? description).replace(/--[a-z-]+ \w+=<\w+>/g, code);
  return { does, otherwise: found?.[2] ?? '' };
}

function row(command: Command, { flags, long, description }: Option, language: Language): readonly string[] {
  const words = wordsOf(command).flags[long ?? ''];
  if (!words) throw new Error(`words/flags.ts does not describe ${long ?? flags} of ${command.name()}`);
  const { does, otherwise } = parted(description);
  const meaning = language === 'ja' ? words.ja : words.en === undefined ? does : `${does}; ${words.en}`;
  return [code(flags), meaning, words.without?.[language] ?? otherwise];
}

/** The flags of one command, as commander has them. */
export function flagTable(name: string, language: Language): string {
  const command = commands.find((one) => one.name() === name);
  if (!command) throw new Error(`there is no command ${name}`);
  const head =
    language === 'en'
      ? [`Flag of \`${name}\``, 'Meaning', 'Without it']
      : [`\`${name}\` の指定`, '意味', '書かなければ'];
  return grid(
    head,
    command.options.map((option) => row(command, option, language)),
  );
}
