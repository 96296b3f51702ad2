/** One piece of furniture of a SweetHome3D library. */
export interface Piece {
  readonly name: string;
  /** The catalogue's own: Kitchen, Lights … */
  readonly room: string;
  /** The OBJ in the library's zip. */
  readonly model: string;
  readonly creator: string;
  /** Rows of the rotation to be applied to the model first. */
  readonly rotation: readonly number[] | null;
}

/** The pieces of PluginFurnitureCatalog.properties (https://www.sweethome3d.com, Java's properties: Latin-1 with \uXXXX). */
export function piecesOf(bytes: Buffer): Piece[] {
  const values = new Map<string, string>();
  for (const line of bytes.toString('latin1').split(/\r?\n/)) {
    const [, key, value] = /^\s*([^#!\s=][^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    values.set(
      key,
      value.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  }
  const pieces: Piece[] = [];
  for (let i = 1; values.has(`model#${i}`); i++) {
    const of = (key: string) => values.get(`${key}#${i}`) ?? '';
    const rotation = of('modelRotation').split(/\s+/).map(Number);
    pieces.push({
      name: of('name'),
      room: of('category'),
      model: of('model').replace(/^\//, ''),
      creator: of('creator'),
      rotation: rotation.length === 9 && rotation.every(Number.isFinite) ? rotation : null,
    });
  }
  return pieces;
}

/** By the word that says what a thing is: the last one before "with", "on" or a comma. */
const heads: Readonly<Record<string, string>> = {
  ...words('chair', 'chair armchair seat'),
  ...words('table', 'table desk'),
  ...words('lamp', 'lamp light lights lantern lamppost spotlight'),
  ...words('plane', 'biplane plane'),
  ...words('car', 'sedan suv van car'),
  ...words('mug', 'mug cup'),
  ...words('bench', 'bench'),
  ...words('sofa', 'sofa couch'),
  ...words('shelf', 'shelf shelves bookcase'),
  ...words('bed', 'bed crib'),
  ...words('stool', 'stool ottoman puff'),
  ...words('cabinet', 'cabinet wardrobe cupboard dresser vanity chest'),
};

/** Cars that go by their makers' names. */
const CARS = /\b(sedan|leon|scenic|peugeot|focus|chevrolet|beetle)\b/;

/** The category of a piece by its name alone: one of ours, `stool`, `cabinet`, or `other`. No mesh was looked at. */
export function categoryOf({ name, room }: Pick<Piece, 'name' | 'room'>): string {
  if (room === 'Characters') return 'other';
  const [what = ''] = name.toLowerCase().split(/ with | on |,| - /);
  if (room === 'Vehicles' && CARS.test(what)) return 'car';
  if (/\b(sofa|couch)\b/.test(what)) return 'sofa';
  const head = what.trim().split(/\s+/).at(-1) ?? '';
  return heads[head] ?? 'other';
}

function words(category: string, text: string): Record<string, string> {
  return Object.fromEntries(text.split(' ').map((word) => [word, category]));
}
