import type { ja } from './words.ja.ts';

export const en = {
  'clip.make': 'Clip (6 s)',
  'clip.shape': 'Shape of the clip',
  'clip.shape.square': 'Square',
  'clip.shape.upright': 'Upright',
  'clip.shape.wide': 'Wide',
  'clip.title': 'Making a clip',
  'clip.what': 'The run is drawn frame by frame, from its start to its end. Then all is where it was.',
  'clip.nothing': 'There is nothing to play yet. Try again when the computation is done.',
} as const satisfies Readonly<Record<keyof typeof ja, string>>;
