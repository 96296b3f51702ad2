import { useComputing } from './runs/jobs.tsx';
import { useRegistrationSession, useRuns } from './runs/session.tsx';
import { stepShown } from '../../src/trace/jump.ts';
import { ExportMenu, type ExportItem } from '../../src/ui/export/ExportMenu.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import { recordItems } from './own/exports.ts';
import { panesAsPng } from './read/picture.ts';
import { useText } from '../../src/ui/useText.ts';

/** Picture, records and results of what is on view. */
export function RegistrationExport() {
  const t = useText();
  const theme = useTheme();
  const session = useRegistrationSession();
  const pair = useRuns((runs) => runs.pair);
  const computing = useComputing();
  const { store, clock } = session;
  const items: readonly ExportItem[] = [
    {
      label: 'export.png',
      fileName: () => `koubai-registration-${store.get().state.data}-step${stepShown(clock.t)}.png`,
      make: () => panesAsPng(session, t, theme),
    },
    ...recordItems(session, t, pair, computing?.jobs.align ?? null),
  ];
  return <ExportMenu items={items} title={() => `Koubai: ${t(`reg.data.${store.get().state.data}`)}`} />;
}
