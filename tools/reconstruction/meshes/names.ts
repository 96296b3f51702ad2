/** One of our categories by the first word of a file's name that says one: chairDesk, Light_Ceiling, sedan-sports. */
const ours: Readonly<Record<string, string>> = {
  ...words('chair', 'chair armchair seat'),
  ...words('table', 'table desk'),
  ...words('lamp', 'lamp light lantern streetlight lamppost'),
  ...words('plane', 'biplane plane airplane jet'),
  ...words('car', 'sedan suv van car taxi hatchback police sports'),
  ...words('mug', 'mug cup'),
  ...words('bench', 'bench'),
  ...words('sofa', 'sofa couch'),
  ...words('shelf', 'shelf shelves bookcase bookshelf'),
  ...words('bed', 'bed crib'),
  ...words('other', 'cabinet stool ottoman dresser nightstand drawer'),
};

export function categoryOfFile(name: string): string {
  const parts = name
    .replace(/\.[^.]*$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const word = parts.find((part) => Object.hasOwn(ours, part));
  return word === undefined ? 'other' : ours[word]!;
}

/** The file's name, or its folder's where all are called alike. */
export function nameOf(path: string): string {
  const [file = '', folder = ''] = path.split('/').toReversed();
  return /^(model|scene)\./.test(file) ? folder : file;
}

function words(category: string, text: string): Record<string, string> {
  return Object.fromEntries(text.split(' ').map((word) => [word, category]));
}
