/** Three nets that a plane goes through: `start`, an optimizer's id (its end), or `bend`: where a curve of low loss between the first two is drawn to. */
export type Corners = readonly [a: string, b: string, c: string];

const NAME = /^[a-z-]+$/;

export const cornersText = {
  write: (corners: Corners) => corners.join('~'),
  read(text: string): Corners | undefined {
    const [a, b, c, more] = text.split('~');
    const fits = more === undefined && a !== b && a !== c && b !== c;
    return a && b && c && fits && [a, b, c].every((name) => NAME.test(name)) ? [a, b, c] : undefined;
  },
};

/** Those that there are: of the optimizers on view; as many as are missing come from the others. */
export function cornersFor(wanted: Corners | null, ids: readonly string[], selected: string): Corners {
  const rest = [selected, ...ids.filter((id) => id !== selected), 'start', 'bend'];
  const known = (name: string, place: number) => rest.includes(name) && (name !== 'bend' || place === 2);
  const out: string[] = [];
  for (const place of [0, 1, 2]) {
    const asked = wanted?.[place];
    const own = asked !== undefined && known(asked, place) && !out.includes(asked) ? asked : null;
    const free = rest.filter((name) => known(name, place) && !out.includes(name));
    const later = wanted?.slice(place + 1) ?? [];
    out.push(own ?? free.find((name) => !later.includes(name)) ?? free[0]!);
  }
  return out as unknown as Corners;
}
