import type { Line } from './parsed.ts';

export interface Stages {
  /** Names whose values differ from coordinate to coordinate. */
  readonly each: ReadonlySet<string>;
  /** Names that are computed once an update from the whole point: by a sum, by f or by another such name. */
  readonly point: ReadonlySet<string>;
}

/** Which names are computed when; all others once an update, before the point is looked at. */
export function stagesOf(lines: readonly Line[]): Stages {
  const each = closed(new Set(['x', 'g']), (names) =>
    lines.flatMap(({ name, reads }) => (hasAny(names, reads) ? [name] : [])),
  );
  const whole = new Set(['f', 'fmin']);
  const point = closed(new Set<string>(), (names) =>
    lines.flatMap((line) => {
      const { name, at, reads, sums, hasSums } = line;
      if (each.has(name)) return hasSums ? later(at, sums) : [];
      if (!hasSums && !hasAny(whole, reads) && !hasAny(names, reads) && !names.has(name)) return [];
      return [name, ...later(at, reads), ...later(at, sums)];
    }),
  );
  return { each, point };

  /** What is to be read as it was must not be computed before. */
  function later(than: number, reads: ReadonlySet<string>): readonly string[] {
    return lines.flatMap(({ name, at }) => (at > than && reads.has(name) && !each.has(name) ? [name] : []));
  }
}

export const hasAny = (names: { has(name: string): boolean }, of: ReadonlySet<string>): boolean =>
  [...of].some((name) => names.has(name));

/** `from` and all that follows from it. */
function closed(from: Set<string>, step: (names: ReadonlySet<string>) => readonly string[]): ReadonlySet<string> {
  for (let before = -1; before !== from.size;) {
    before = from.size;
    for (const name of step(from)) from.add(name);
  }
  return from;
}
