import type { Exports } from '../../../src/scene/described.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import { surfaceName } from '../../../src/surfaces/name.ts';
import type { ExportItem, LongItem } from '../../../src/ui/export/types.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { useDraped } from '../basins/useDraped.ts';
import { lab } from '../model.ts';
import { recordsOf } from '../runs/runViews.ts';
import { basinsName, fileName } from './fileName.ts';
import { hasStill } from './hasStill.ts';
import { scriptsFor } from './scriptsFor.ts';

// Fetched when first asked for: nothing on the way to the first picture needs it.
const pictures = () => import('./pictures.ts');
const solids = () => import('./solids.ts');
const traces = () => import('../../../src/io/traces.ts');

/** Picture, flat figure, solids and traces of the runs on view. */
export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const session = lab.useSession();
  const flat = lab.useState((state) => state.view !== 'relief');
  const { store, clock } = session;
  const runs = () => recordsOf(store.get().state);
  const item = (ending: 'png' | 'svg' | 'glb' | 'stl' | 'csv' | 'json', make: ExportItem['make']): ExportItem => ({
    label: `export.${ending}`,
    fileName: () => fileName(store.get().state, stepShown(clock.t), ending),
    make,
  });
  const draped = useDraped();
  const mapped = lab.useState(hasStill) && draped;
  const still: LongItem = {
    label: 'export.basins',
    meanwhile: 'export.basins.meanwhile',
    fileName: () => basinsName(store.get().state),
    make: async (making) => (await import('../basins/still.ts')).stillOf(session, theme, making),
  };
  const items = [
    item('png', async () => (await pictures()).pictureAsPng(session, t, theme)),
    ...(mapped ? [still] : []),
    ...(flat ? [item('svg', async () => (await pictures()).figureAsSvg(session, t, theme))] : []),
    item('glb', async () => (await solids()).surfaceAsGlb(store.get().state, runs(), theme)),
    item('stl', async () => (await solids()).surfaceAsStl(store.get().state, runs())),
    item('csv', async () => new Blob([(await traces()).tracesAsCsv(runs())], { type: 'text/csv' })),
    item('json', async () => new Blob([(await traces()).tracesAsJson(runs())], { type: 'application/json' })),
  ];
  const selected = lab.useState((state) => state.runs.find(({ id }) => id === state.selected));
  const scripts: readonly ExportItem[] = scriptsFor(selected).map(({ label, ending, make }) => ({
    label,
    fileName: () => fileName(store.get().state, stepShown(clock.t), ending),
    make: async () => make(await import('./scripts.ts'), session),
  }));
  const clip = async () => (await pictures()).clipOf(session, t, theme);
  return {
    items: [...items, ...scripts],
    title: () => `Koubai: ${surfaceName(t.language, store.get().state.surface)}`,
    clip,
  };
}
