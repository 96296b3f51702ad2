import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandList, commandsIn, listedCommands } from '../../tools/commands.mjs';

const documents = [
  ...['README.md', 'README.ja.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.md') ? [`docs/${name}`] : [],
  ),
].filter((path) => existsSync(path));

test('every command that README and docs show is in the list that same-bytes.mjs runs, once', () => {
  const shown = documents.flatMap((path) => commandsIn(readFileSync(path, 'utf8')));
  expect(shown.length).toBeGreaterThan(0);
  const listed = listedCommands(readFileSync(commandList, 'utf8')).map(({ command }) => command);
  expect(new Set(listed).size).toBe(listed.length);
  expect([...new Set(shown)].filter((command) => !listed.includes(command))).toEqual([]);
});

test('commands are found in fenced blocks only, also after && and over two lines', () => {
  const text = [
    'npm run -s koubai -- list',
    '```sh',
    'npm ci && npm run -s koubai -- list --json',
    'npm run -s koubai -- sweep \\',
    '  --trials 2',
    '```',
  ].join('\n');
  expect(commandsIn(text)).toEqual(['npm run -s koubai -- list --json', 'npm run -s koubai -- sweep --trials 2']);
});
