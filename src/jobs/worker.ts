import { expose, transfer } from 'comlink';
import { openDevice, PAGE_MODES, type Device } from '../gpu/device.ts';
import { basinTiles } from './basin.ts';
import { grid } from './grid.ts';
import type { WorkerApi } from './runner.ts';
import { swarm } from './swarm.ts';

/* The page's worker: the only bundle that holds gpu.js. */

let device: Promise<Device> | null = null;

const opened = (): Promise<Device> => {
  if (!device) throw new Error('open the device first');
  return device;
};

expose({
  async open(override) {
    device ??= openDevice({ modes: PAGE_MODES, thread: 'worker', override });
    await device;
  },
  async grid(spec) {
    const result = await grid(spec, await opened());
    return transfer(result, [result.texels.buffer]);
  },
  async swarm(spec) {
    const result = await swarm(spec, await opened());
    return transfer(result, [result.positions.buffer]);
  },
  async basin(spec) {
    const result = await basinTiles(spec, await opened());
    return transfer(result, [result.labels.buffer, result.rests.buffer]);
  },
  report: async () => (await opened()).report(),
  loseContext: async () => (await opened()).loseContext(),
} satisfies WorkerApi);
