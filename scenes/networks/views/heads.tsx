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

const wayKey = ({ network, data }: Run) =>
  saysOf(network) === 'crowd'
    ? arePictures(network.inputs)
      ? 'net.crowd.way.digits'
      : 'net.crowd.way'
    : data.task === 'classes'
      ? 'net.says.way'
      : 'net.says.values';

/** What a picture of what a net says is of. */
export const netWay = (t: Words, run: Run): string =>
  t(wayKey(run), { shape: shapeInWords(run), activation: activations[run.network.activation].name });

/** Which plane a landscape is over. */
export function lossWay(t: Words, { landscape, run }: Look): string {
  const [first = 0, second = 0] = landscape.explained ?? [];
  const values = { first: t.number(100 * first, 3), second: t.number(100 * second, 3) };
  const plane = t(`net.loss.${landscape.spec.kind}`, values);
  const digits = run.spec?.data.id === 'digits';
  const drawn = digits ? t('net.loss.digits', { way: plane, count: run.data.train.count }) : plane;
  const about = run.tracks[landscape.spec.about]?.name ?? '';
  const way = run.network.batchNorm ? t('net.loss.normed', { way: drawn, optimizer: about }) : drawn;
  if (run.whole) return way;
  // A first look at a training under way does not know what came since.
  const last = (landscape.paths[0]?.loss.length ?? 1) - 1;
  return t('net.loss.early', { update: updateAt(run, last), way });
}

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
      way={netWay(t, run)}
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
  const loss = landscape.spec.loss ?? run.network.loss;
  const place = Math.max(
    run.tracks.findIndex(({ id }) => id === selected),
    0,
  );
  const path = landscape.paths[place]!;
  const row = Math.min(step, path.loss.length - 1);
  return (
    <PaneHead
      // Of a landscape from elsewhere nobody knows what loss it is.
      title={
        run.landscape
          ? t('net.loss.title')
          : t('net.loss.of', { title: t('net.loss.title'), loss: t(`net.loss.${loss}`) })
      }
      way={lossWay(t, look)}
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
