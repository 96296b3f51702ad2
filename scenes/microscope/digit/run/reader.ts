import { readNpz } from '../../../../src/io/networks/npz.ts';
import { checkFinite } from '../../../../src/io/networks/run/finite.ts';
import { networkAt, rowOf } from '../../../../src/io/networks/run/records.ts';
import { readRun } from '../../../../src/io/networks/run/read.ts';
import { isSafetensors, readSafetensors } from '../../../../src/io/networks/safetensors.ts';
import { NetFileError } from '../../../../src/io/networks/errors.ts';
import { SIDE } from '../../../../src/networks/microscope/centre.ts';
import type { Reader } from './look.ts';
import { CLASSES } from './types.ts';

/**
 * The network of a training's last record.
 * @throws NetFileError also where it does not read digits, or has weights that are no numbers
 */
export function readerOf(bytes: Uint8Array): Reader {
  const run = readRun(isSafetensors(bytes) ? readSafetensors(bytes) : readNpz(bytes));
  const { inputs, outputs, task } = run.network;
  if (inputs !== SIDE ** 2 || outputs !== CLASSES || task !== 'classes') {
    const takes = `${inputs} inputs and ${outputs} ${task}`;
    throw new NetFileError('data-shape', null, { takes, has: `${SIDE ** 2} pixels and ${CLASSES} classes` });
  }
  const last = run.count - 1;
  checkFinite(run, last);
  return { network: networkAt(run, last), weights: rowOf(run, last).slice() };
}
