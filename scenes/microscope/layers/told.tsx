import { useStep } from '../../../src/runs/session.tsx';
import type { Exports } from '../../../src/scene/described.ts';
import { shownOf } from '../../../src/scene/model.ts';
import { NumberTable } from '../../../src/scene/parts/NumberTable.tsx';
import { useTakeAway } from '../../../src/scene/parts/useTakeAway.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { number, phrase, type Said } from '../../../src/ui/say/said.ts';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { model, type Session } from '../model.ts';
import { hueOf, layerInWords, measuredInWords, netName, percent, rowAt, rowTold, updateAt } from './read.ts';
import type { LayersRun, NetRun } from './run/types.ts';

/** What to look at now: how much is left of the signal in the last layer, and what is learned from it. */
export function sentenceOf(t: Words, run: LayersRun, clock: number): Said {
  const step = rowTold(run, clock);
  const [first, second] = run.nets.map((net, place) => {
    const row = rowAt(net, step);
    const last = row.layers.at(-1)!;
    const said = (what: string, value: number, digits: number) =>
      number(value, t.number(value, digits), { of: `net${place}`, what, at: step });
    return { std: said('std', last.std, 2), loss: said('trainLoss', row.trainLoss, 3), net: netName(t, net) };
  });
  const update = number(updateAt(run, step), String(updateAt(run, step)), { what: 'update', at: step });
  const layer = run.spec.hidden.length;
  const about = { update, layer: number(layer, String(layer), { what: 'layer' }) };
  const { std, loss } = first!;
  const early = !run.whole && step < clock;
  if (!second) return phrase(t.language, early ? 'mic.say.one.early' : 'mic.say.one', { ...about, std, loss });
  const values = { ...about, std, loss, otherStd: second.std, otherLoss: second.loss };
  return phrase(t.language, step === 0 ? 'mic.say.start' : early ? 'mic.say.early' : 'mic.say', values);
}

export function useTold(): Told {
  const t = useText();
  const step = useStep();
  const { value: run, older } = model.useResult('layers');
  const told = { title: t('mic.say.title'), more: null };
  if (!run) return { ...told, sentence: t('mic.say.waiting') };
  return { ...told, older, sentence: <Speak said={sentenceOf(t, run, step)} /> };
}

function subject(t: Words, run: LayersRun): string {
  const { hidden, samples } = run.spec;
  const said = t('mic.summary', { depth: hidden.length, width: hidden[0]!, samples });
  const measured = measuredInWords(t, run);
  return measured === null ? said : [said, measured].join(t('sentence.gap'));
}

function netInWords(t: Words, net: NetRun, step: number): string {
  const row = rowAt(net, step);
  return t('mic.summary.net', {
    net: netName(t, net),
    loss: t.number(row.trainLoss, 3),
    accuracy: percent(t, row.testAccuracy),
  });
}

/** Each net and each of its ridges in words; while it plays only what does not change with the step. */
export function summary(t: Words, { results, clock }: Session): string {
  const { value: run } = shownOf(results.layers);
  const gap = t('sentence.gap');
  if (!run) return t('mic.say.waiting');
  if (clock.playing) return [subject(t, run), t('summary.playing')].join(gap);
  const step = rowTold(run, clock.t);
  return [
    subject(t, run),
    t('mic.summary.update', { update: updateAt(run, step) }),
    ...run.nets.flatMap((net) => [
      netInWords(t, net, step),
      ...run.spec.hidden.map((_, layer) => layerInWords(t, run, rowAt(net, step), layer)),
    ]),
  ].join(gap);
}

const ofNet = ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy', 'whole', 'pruned'] as const;
const ofLayer = ['mean', 'std', 'saturated', 'dead', 'gradientNorm'] as const;

/** Table and file: every number of every net and layer by record. */
function columnsOf(t: Words, run: LayersRun) {
  const at = { name: 'update', title: t('mic.column.update'), values: Float64Array.from(run.at) };
  const nets = run.nets.flatMap((net) => {
    const id = net.batchNorm ? 'norm' : 'plain';
    const name = netName(t, net);
    const own = ofNet.map((what) => ({
      ...{ name: `${id}_${what}`, title: `${name} ${t(`mic.column.${what}`)}` },
      values: Float64Array.from(net.rows, (row) => row[what]),
    }));
    const layers = run.spec.hidden.flatMap((_, layer) =>
      ofLayer.map((what) => ({
        ...{ name: `${id}_${layer + 1}_${what}`, title: `${name} ${layer + 1} ${t(`mic.column.${what}`)}` },
        values: Float64Array.from(net.rows, (row) => row.layers[layer]![what]),
      })),
    );
    return [...own, ...layers];
  });
  return [at, ...nets];
}

export function Table() {
  const t = useText();
  const { value: run } = model.useResult('layers');
  return run && <NumberTable caption={subject(t, run)} columns={columnsOf(t, run)} />;
}

export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const { value: run, older } = model.useResult('layers');
  return useTakeAway(
    run && !older
      ? {
          name: 'koubai-microscope',
          title: `Koubai: ${t('mic.tagline')}`,
          heading: (step) =>
            [subject(t, run), t('mic.summary.update', { update: updateAt(run, rowTold(run, step)) })].join(
              t('sentence.gap'),
            ),
          lines: (step) => run.nets.map((net) => ({ text: netInWords(t, net, step), colour: hueOf(theme, net) })),
          csv: 'mic.csv',
          columns: columnsOf(t, run),
        }
      : null,
  );
}
