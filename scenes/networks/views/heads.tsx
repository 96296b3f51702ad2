import { activations } from '../../../src/networks/activations.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { PaneHead } from '../../../src/scene/parts/PaneHead.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import type { Look } from '../model.ts';
import { colourOf, idsOf, rowAt, shapeInWords, updateAt } from '../read.ts';
import { arePictures } from '../crowd/atlas.ts';
import { saysOf } from '../run/says.ts';
import type { Run, Track } from '../run/types.ts';

/** On the training samples and on the others. */
function accuracyOf(t: Words, { trainAccuracy, testAccuracy }: Track, row: number) {
  const percent = (part: number) => `${t.number(100 * part, 3)} %`;
  return {
    ...{ id: 'accuracy', label: t('net.number.accuracy'), what: t('net.number.accuracy.what') },
    value: `${percent(trainAccuracy[row]!)} / ${percent(testAccuracy[row]!)}`,
  };
}

const wayOf = ({ network, data }: Run) =>
  saysOf(network) === 'crowd'
    ? arePictures(network.inputs)
      ? 'net.crowd.way.digits'
      : 'net.crowd.way'
    : data.task === 'classes'
      ? 'net.says.way'
      : 'net.says.values';

/** Over what a net says: whose it is, and how well it does at the clock. */
export function NetHead({ run, track }: { readonly run: Run | null; readonly track: Track | null }) {
  const t = useText();
  const theme = useTheme();
  const step = useStep();
  if (!run || !track) return <PaneHead title={t('net.says')} way="" />;
  const row = rowAt(track, step);
  return (
    <PaneHead
      title={track.name}
      colour={colourOf(theme, idsOf(run), track.id)}
      way={t(wayOf(run), { shape: shapeInWords(run), activation: activations[run.network.activation].name })}
      numbers={[
        {
          ...{ id: 'loss', label: t('net.number.loss'), what: t('net.number.loss.what'), first: true },
          value: t.number(track.trainLoss[row]!, 3),
        },
        ...(run.data.task === 'classes' ? [accuracyOf(t, track, row)] : []),
        { id: 'update', label: t('net.number.update'), value: String(updateAt(run, row)) },
      ]}
    />
  );
}

/** Over the landscape: which plane it is, and how far the selected path is from it. */
export function LossHead({ look, selected }: { readonly look: Look | null; readonly selected: string }) {
  const t = useText();
  const step = useStep();
  if (!look) return <PaneHead title={t('net.loss.title')} way={t('net.loss.later')} />;
  const { landscape, run } = look;
  const { kind } = landscape.spec;
  const loss = landscape.spec.loss ?? run.network.loss;
  const [first = 0, second = 0] = landscape.explained ?? [];
  const place = Math.max(
    run.tracks.findIndex(({ id }) => id === selected),
    0,
  );
  const path = landscape.paths[place]!;
  const row = Math.min(step, path.loss.length - 1);
  const plane = t(`net.loss.${kind}`, { first: t.number(100 * first, 3), second: t.number(100 * second, 3) });
  const digits = run.spec?.data.id === 'digits';
  const drawn = digits ? t('net.loss.digits', { way: plane, count: run.data.train.count }) : plane;
  const about = run.tracks[landscape.spec.about]?.name ?? '';
  const way = run.network.batchNorm ? t('net.loss.normed', { way: drawn, optimizer: about }) : drawn;
  return (
    <PaneHead
      // Of a landscape from elsewhere nobody knows what loss it is.
      title={
        run.landscape
          ? t('net.loss.title')
          : t('net.loss.of', { title: t('net.loss.title'), loss: t(`net.loss.${loss}`) })
      }
      // A first look at a training under way does not know what came since.
      way={run.whole ? way : t('net.loss.early', { update: updateAt(run, path.loss.length - 1), way })}
      numbers={[
        {
          ...{ id: 'residual', label: t('net.number.residual'), what: t('net.number.residual.what'), first: true },
          value: t.number(path.residual[row]!, 3),
        },
        { id: 'true', label: t('net.number.true'), value: t.number(path.loss[row]!, 3) },
        { id: 'grid', label: t('net.number.grid'), value: `${landscape.size}²` },
      ]}
    />
  );
}
