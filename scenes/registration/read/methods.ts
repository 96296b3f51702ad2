import { hasText } from '../../../src/i18n/index.ts';
import { registrationMethods, type MethodId } from '../../../src/registration/methods/index.ts';
import type { Theme } from '../../../src/state/common.ts';
import { inkColours, sourceHues } from '../../../src/state/ink.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { Pair } from '../runs/pair.ts';
import { MAX_PANES, type PaneSettings } from '../state/panes.ts';
import { lengthInWords } from './lengths.ts';

/** Places among the hues of sources for methods side by side, each its own; who asks for one that is taken gets the next free one. */
function placesOf(methods: readonly MethodId[]): readonly number[] {
  const taken = new Set<number>();
  return methods.map((method) => {
    let place = registrationMethods[method].hue;
    for (let tries = 0; taken.has(place) && tries < MAX_PANES; tries++) place = (place + 1) % MAX_PANES;
    taken.add(place);
    return place;
  });
}

/** #rrggbb of each pane. */
export function coloursOf(theme: Theme, panes: readonly PaneSettings[]): readonly string[] {
  return placesOf(panes.map(({ method }) => method)).map((place) => inkColours[theme][sourceHues[place]!]);
}

/** In the language, or as it is called everywhere. */
export function methodName(t: Words, method: MethodId): string {
  const key = `reg.short.${method}`;
  return hasText(key) ? t(key) : registrationMethods[method].name;
}

/** The method's name with what changes its results most: whether matches are limited by distance. */
export function titleOf(t: Words, { method, maxDistance }: PaneSettings, pair: Pair | null): string {
  const limit =
    maxDistance === null
      ? t('reg.limit.none')
      : t('reg.limit', { limit: pair ? lengthInWords(t, pair, maxDistance) : t.number(maxDistance, 3) });
  const key = `reg.title.${method}`;
  return hasText(key) ? t(key, { limit }) : methodName(t, method);
}

/** Which cloud's points look for their nearest in the other; or that the method has no such matches. */
export function wayOf(t: Words, { method, search }: PaneSettings, pair: Pair | null): string {
  const { recipe, takes } = registrationMethods[method];
  const where = pair === null || pair.kinds !== null ? 'scene' : 'scan';
  const way = takes.includes('search') ? t(`reg.way.${where}.${search ?? recipe?.search ?? 'source'}`) : '';
  const key = `reg.way.${method}`;
  return hasText(key) ? t(key, { way }) : way;
}

/** The method's name; beside another run of the same method with what tells them apart. */
export function nameAmong(
  t: Words,
  settings: PaneSettings,
  runs: readonly { readonly settings: PaneSettings }[],
): string {
  const name = methodName(t, settings.method);
  const same = runs.filter((run) => run.settings.method === settings.method);
  if (same.length < 2) return name;
  const way = t('reg.say.way', { method: name, way: wayOf(t, settings, null) });
  const ways = same.filter((run) => wayOf(t, run.settings, null) === wayOf(t, settings, null));
  return ways.length === 1 ? way : `${name} ${1 + runs.findIndex((run) => run.settings === settings)}`;
}
