import { USUAL_ELEVATION_RAD } from '../../../src/reconstruction/sample.ts';
import type { Points } from '../../../src/clouds/types.ts';
import type { Handed } from '../../../src/runs/handedOver.ts';
import type { ExportAction, ExportItem } from '../../../src/ui/export/types.ts';
import { plyFile, sendOn } from '../onward/send.ts';
import { clearName } from './names.ts';
import { viewAsPng, viewInWords } from './png.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { Exports } from '../../../src/scene/described.ts';
import { model, useSeen } from '../model.ts';

const blobOf = (bytes: Uint8Array, type = 'application/octet-stream'): Blob =>
  new Blob([bytes as Uint8Array<ArrayBuffer>], { type });

/** The picture of what is on view, the answer as a cloud, and the way to the registration scene. */
export function useExports(): Exports {
  const t = useText();
  const session = model.useSession();
  const { answer, truth, shown } = useSeen();
  const points = answer?.points ?? null;
  const name = () => clearName(session);
  const answerFile = (cloud: Points) => plyFile(`koubai-${name()}-network.ply`, cloud);
  const items: readonly ExportItem[] = [
    {
      label: 'export.png',
      fileName: () => `koubai-${name()}-${session.store.get().state.view}.png`,
      make: () => viewAsPng(session, t),
    },
    {
      label: 'rec.export.ply',
      fileName: () => `koubai-${name()}-network.ply`,
      make: async () => {
        if (!points || !shown) throw new Error(t('take.waiting'));
        return blobOf((await import('./solidFiles.ts')).answerPly(points, shown));
      },
    },
    {
      label: 'rec.export.glb',
      fileName: () => `koubai-${name()}-network.glb`,
      make: async () => {
        if (!points || !shown) throw new Error(t('take.waiting'));
        const elevation = shown.sample?.elevationRad ?? USUAL_ELEVATION_RAD;
        return blobOf((await import('./solidFiles.ts')).answerGlb(points, shown, elevation), 'model/gltf-binary');
      },
    },
  ];
  const send = (clouds: readonly Handed[]) => sendOn(session, clouds);
  const as = (cloud: Points, side: Handed['side']): Handed => ({ file: answerFile(cloud), side, up: 'y' });
  const actions: readonly ExportAction[] = points
    ? [
        ...(truth
          ? [
              {
                label: 'rec.send.both',
                run: () =>
                  send([
                    as(points, 'source'),
                    { file: plyFile(`koubai-${name()}-truth.ply`, truth), side: 'target', up: 'y' },
                  ]),
              } as const,
            ]
          : []),
        { label: 'rec.send.source', run: () => send([as(points, 'source')]) },
        { label: 'rec.send.target', run: () => send([as(points, 'target')]) },
      ]
    : [];
  const clip = async () => ({
    name: () => `koubai-${name()}-${session.store.get().state.view}`,
    heading: () => viewInWords(session, t).heading,
    lines: () => viewInWords(session, t).lines,
  });
  return { items, actions, title: () => `Koubai: ${t('scene.name.reconstruction')}`, clip };
}
