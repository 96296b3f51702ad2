/**
 * What a thing is for, by the noun that its catalogue calls it by; no mesh was looked at. Nouns of one line are one kind of thing, lines of one use are different
 * things that serve it.
 */
const uses = {
  sit: ['chair seat seats wheelchair', 'armchair', 'sofa couch lounge', 'stool ottoman puff', 'bench'],
  lie: ['bed crib', 'hammock', 'futon mattress'],
  put: ['table', 'desk workbench', 'stand', 'island'],
  light: ['lamp', 'light lights spotlight', 'lamppost', 'candle', 'flashlight'],
  store: ['cabinet dresser chest vanity', 'wardrobe', 'bookcase shelf shelves', 'rack', 'fridge freezer', 'safe'],
  hold: ['glass cup mug', 'bottle', 'vase jar pottery', 'bowl pot', 'teapot kettle'],
  ride: ['sedan suv van car focus leon scenic beetle chevrolet', 'truck bus', 'scooter', 'bike bicycle tricycle'],
  wash: ['washbasin sink basin lavatory', 'bath bathtub jacuzzi', 'fountain'],
} as const;

export type Use = keyof typeof uses;

export interface Purpose {
  readonly use: Use;
  /** First noun of its line. */
  readonly kind: string;
}

const byNoun = new Map(
  Object.entries(uses).flatMap(([use, kinds]) =>
    kinds.flatMap((line) => {
      const nouns = line.split(' ');
      return nouns.map((noun): [string, Purpose] => [noun, { use: use as Use, kind: nouns[0]! }]);
    }),
  ),
);

/** null: of no use that is asked about. The noun is the last word before "with", "on", a comma, a dash or a bracket; numbers after it do not count. */
export function purposeOf(name: string): Purpose | null {
  const [what = ''] = name.toLowerCase().split(/ with | on |,| - |\(/);
  const words = what
    .trim()
    .split(/[\s\d]+/)
    .filter(Boolean);
  return byNoun.get(words.at(-1) ?? '') ?? null;
}
