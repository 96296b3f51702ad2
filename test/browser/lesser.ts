import type { SceneId } from '../../src/app/scenes.ts';

/**
 * Parts of a link, by scene, for a smaller training than it opens with: for tests that go through all scenes, where any training will do. They
 * stand before the rest of a link, or in its stead.
 */
const lesser: Readonly<Partial<Record<SceneId, Readonly<Record<string, string>>>>> = {
  networks: { k: '60' },
  microscope: { n: '200', k: '40', w: '30' },
};

/** `v=1&scene=…` with `more`, and little to compute. */
export function lesserLink(id: SceneId, more = ''): string {
  const own = Object.entries(lesser[id] ?? {}).map((pair) => `&${pair.join('=')}`);
  return `v=1&scene=${id}${own.join('')}&${more}`;
}

/** A link as it stands, but for what it trains. */
export function lessened(id: SceneId, link: string): string {
  const parts = new URLSearchParams(link);
  for (const [key, value] of Object.entries(lesser[id] ?? {})) parts.set(key, value);
  return String(parts);
}
