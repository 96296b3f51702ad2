import { hasHiddenMatrix } from '../../networks/muon.ts';
import type { TrainRecord } from '../../networks/train.ts';
import type { TrainSpec } from '../../networks/types.ts';
import { dataInWords, type AskedData } from './data.ts';

/** What the flags do not say of themselves. */
export const notesOn = ({ network, optimizer, params }: TrainSpec): readonly string[] =>
  optimizer === 'muon' && !hasHiddenMatrix(network.hidden.length)
    ? [
        `no matrix lies between two hidden layers: muon leaves all weights to AdamW at adam_lr ${params['adam_lr']}, and lr moves nothing`,
      ]
    : [];

export function json(
  record: TrainRecord,
  parameters: number,
  seconds: number,
  asked: AskedData,
  out: string | undefined,
  notes: readonly string[],
): string {
  const { at, trainLoss, testLoss, trainAccuracy, testAccuracy, divergedAt } = record;
  return `${JSON.stringify({
    trainLoss: [...trainLoss],
    testLoss: [...testLoss],
    trainAccuracy: trainAccuracy.at(-1),
    testAccuracy: testAccuracy.at(-1),
    parameters,
    seconds,
    at: [...at],
    divergedAt,
    data: dataInWords(asked),
    ...(out !== undefined && { out }),
    ...(notes.length > 0 && { notes }),
  })}\n`;
}

export const writtenLine = (out: string, { count }: TrainRecord) =>
  `written   ${out}, ${count} record${count === 1 ? '' : 's'}`;

export function text(
  spec: TrainSpec,
  record: TrainRecord,
  parameters: number,
  seconds: number,
  asked: AskedData,
  below: readonly string[],
): string {
  const { network, init, optimizer, semantics, params, batch, steps, seed, jitter } = spec;
  const { trainLoss, testLoss, trainAccuracy, testAccuracy, divergedAt } = record;
  const widths = [network.inputs, ...network.hidden, network.outputs].join('-');
  const extras = [
    ...(network.batchNorm ? ['batch normalization'] : []),
    ...(network.dropout > 0 ? [`dropout ${network.dropout}`] : []),
  ];
  const set = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  const share = (value: number) => `${(100 * value).toFixed(2)} %`;
  return [
    `data      ${dataInWords(asked)}`,
    `network   ${[widths, network.activation, network.loss, init, ...extras].join(', ')}: ${parameters} parameters`,
    `training  ${optimizer} (${semantics}), ${set.join(', ')}; ${batch === 0 ? 'all samples at once' : `batches of ${batch}`}, ${jitter ? `jitter ${jitter}, ` : ''}${steps} updates, seed ${seed}, ${seconds.toFixed(1)} s`,
    ...(divergedAt === null ? [] : [`diverged  at update ${divergedAt}: try a smaller --lr`]),
    `loss      ${trainLoss[0]!.toPrecision(4)} -> ${trainLoss.at(-1)!.toPrecision(4)} (held out ${testLoss.at(-1)!.toPrecision(4)})`,
    ...(network.task === 'classes'
      ? [`accuracy  ${share(trainAccuracy.at(-1)!)} (held out ${share(testAccuracy.at(-1)!)})`]
      : []),
    ...below,
    '',
  ].join('\n');
}
