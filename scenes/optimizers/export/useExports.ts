import { tracesAsCsv, tracesAsJson } from '../../../src/io/traces.ts';
import type { Exports } from '../../../src/scene/described.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import type { ExportItem } from '../../../src/ui/export/ExportMenu.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { lab } from '../model.ts';
import { recordsOf } from '../runs/runViews.ts';
import { fileName } from './fileName.ts';
import { figureAsSvg, pictureAsPng } from './pictures.ts';

/** Picture, flat figure and traces of the runs on view. */
export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const session = lab.useSession();
  const flat = lab.useState((state) => state.view !== 'relief');
  const { store, clock } = session;
  const runs = () => recordsOf(store.get().state);
  const item = (ending: 'png' | 'svg' | 'csv' | 'json', make: () => Blob | Promise<Blob>): ExportItem => ({
    label: `export.${ending}`,
    fileName: () => fileName(store.get().state, stepShown(clock.t), ending),
    make: async () => make(),
  });
  const items = [
    item('png', () => pictureAsPng(session, t, theme)),
    ...(flat ? [item('svg', () => figureAsSvg(session, t, theme))] : []),
    item('csv', () => new Blob([tracesAsCsv(runs())], { type: 'text/csv' })),
    item('json', () => new Blob([tracesAsJson(runs())], { type: 'application/json' })),
  ];
  return { items, title: () => `Koubai: ${store.get().state.surface.name}` };
}
