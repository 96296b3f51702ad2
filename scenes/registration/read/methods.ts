import { icpMethods, type IcpMethodId } from '../../../src/registration/recipes.ts';
import type { Theme } from '../../../src/state/common.ts';
import type { PaneMethodId, PaneSettings } from '../state/types.ts';
import { MAX_PANES } from '../state/defaults.ts';
import { inkColours, sourceHues } from '../../../src/state/ink.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { lengthInWords } from './lengths.ts';
import type { Pair } from '../runs/pair.ts';

/** The place of each method among the hues of sources: its own, so that it keeps its colour whatever stands beside it. */
const preferred: Readonly<Record<PaneMethodId, number>> = {
  'icp-point': 0,
  do: 1,
  'icp-robust': 2,
  gicp: 2,
  auto: 1,
  'icp-plane': 3,
  'do-icp': 3,
  ransac: 3,
};

/** Places among the hues for methods side by side; who asks for one that is taken gets the next free one. */
function placesOf(methods: readonly PaneMethodId[]): readonly number[] {
  const taken = new Set<number>();
  return methods.map((method) => {
    let place = preferred[method];
    for (let tries = 0; taken.has(place) && tries < MAX_PANES; tries++) place = (place + 1) % MAX_PANES;
    taken.add(place);
    return place;
  });
}

/** #rrggbb of each pane. */
export function coloursOf(theme: Theme, panes: readonly PaneSettings[]): readonly string[] {
  return placesOf(panes.map(({ method }) => method)).map((place) => inkColours[theme][sourceHues[place]!]);
}

/** The method's name with what changes its results most: whether matches are limited by distance. */
export function titleOf(t: Words, { method, maxDistance }: PaneSettings, pair: Pair | null): string {
  const limit =
    maxDistance === null
      ? t('reg.limit.none')
      : t('reg.limit', { limit: pair ? lengthInWords(t, pair, maxDistance) : t.number(maxDistance, 3) });
  return t(`reg.title.${method}`, { limit });
}

/** Which cloud's points look for their nearest in the other; or that the method has no such matches. */
export function wayOf(t: Words, { method, search }: PaneSettings, pair: Pair | null): string {
  const scene = pair === null || pair.kinds !== null;
  const own = Object.hasOwn(icpMethods, method) ? icpMethods[method as IcpMethodId].search : 'source';
  const searching = search ?? own;
  if (method === 'do') return t('reg.way.do');
  if (method === 'auto') return t('reg.way.auto');
  const way = t(`reg.way.${scene ? 'scene' : 'scan'}.${searching}`);
  return method === 'do-icp' || method === 'ransac' ? t(`reg.way.${method}`, { way }) : way;
}
