import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

/**
 * A file of a recipe as it stands in its place: kept at `source`, where compiler and linter see it, to be copied to `target` (both relative to the
 * checkout). What it imports from beyond its own folder is named from there.
 */
export function recipeSource(root: string, source: string, target: string): string {
  const text = readFileSync(join(root, source), 'utf8');
  return text.replace(/(from ')(\.\.\/[^']+)(')/g, (whole, before: string, path: string, after: string) => {
    const meant = posix.join(dirname(source), path);
    if (!existsSync(join(root, meant))) return whole;
    const named = relative(dirname(target), meant).replaceAll('\\', '/');
    return `${before}${named.startsWith('.') ? named : `./${named}`}${after}`;
  });
}

/** The code block that a page prints for `PATH as PATH` or `PATH`, where it stands already. */
export function recipeBlock(root: string, asked: string): string {
  const [source = '', target = source] = asked.split(' as ');
  const language = target.slice(target.lastIndexOf('.') + 1);
  const comment = language === 'py' ? '#' : '//';
  return `\`\`\`${language}\n${comment} ${target}\n${recipeSource(root, source, target).trimEnd()}\n\`\`\``;
}
