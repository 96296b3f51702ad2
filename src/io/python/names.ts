/** What Python or the scripts themselves call so; a rule's or a surface's name gets a `_` behind it, which no name of theirs has. */
const TAKEN = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield np torch math range print max abs min float f point kept tensor expected off added set_lr lr_factor scheduled anneal f_and_slope'
  ).split(' '),
);

export const pythonName = (name: string): string => (TAKEN.has(name) ? `${name}_` : name);

/** Lines one level in. */
export const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `    ${line}`));
