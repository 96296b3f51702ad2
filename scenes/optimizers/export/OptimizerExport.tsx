import { tracesAsCsv, tracesAsJson } from '../../../src/io/traces.ts';
import { recordsOf, useLabSession, useLabState } from '../runs/lab.tsx';
import { stepShown } from '../../../src/trace/jump.ts';
import { ExportMenu, type ExportItem } from '../../../src/ui/export/ExportMenu.tsx';
import { fileName } from './fileName.ts';
import { figureAsSvg, pictureAsPng } from './pictures.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';

/** Picture, flat figure and traces of the runs on view. */
export function OptimizerExport() {
  const t = useText();
  const theme = useTheme();
  const session = useLabSession();
  const flat = useLabState((state) => state.view !== 'relief');
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
  return <ExportMenu items={items} title={() => `Koubai: ${store.get().state.surface.name}`} />;
}
