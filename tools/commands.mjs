export const invocation = 'npm run -s koubai -- ';
/** Each command that a document shows, once: what `same-bytes.mjs` runs. */
export const commandList = 'test/fixtures/cli/readme-commands.txt';

/**
 * The command lines that a document shows: each `npm run -s koubai -- …` in its fenced blocks, in order.
 * @param {string} markdown
 * @returns {readonly string[]}
 */
export function commandsIn(markdown) {
  const fences = markdown.match(/^[ \t]*```[\s\S]*?^[ \t]*```/gmu) ?? [];
  const lines = fences.flatMap((fence) => fence.replaceAll(/\\\n\s*/gu, '').split(/\n|&&/u));
  return lines.map((line) => line.trim()).filter((line) => line.startsWith(invocation));
}

/**
 * Reads that list: a command a line; after a line that begins with `# long`, those that take minutes.
 * @param {string} text
 * @returns {readonly { command: string, long: boolean }[]}
 */
export function listedCommands(text) {
  let long = false;
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('# long')) long = true;
    return line === '' || line.startsWith('#') ? [] : [{ command: line, long }];
  });
}
