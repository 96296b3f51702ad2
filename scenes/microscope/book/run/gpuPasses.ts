import { openDevice, PAGE_MODES, type DeviceOptions } from '../../../../src/gpu/device.ts';
import { rendererName } from '../../../../src/gpu/rendererName.ts';
import { isSoftwareRenderer } from '../../../../src/gpu/softwareRenderer.ts';
import type { GpuMode } from '../../../../src/gpu/types.ts';
import { gpuForward } from '../../../../src/jobs/forwardGpu.ts';
import { createNetwork } from '../../../../src/networks/network.ts';
import type { NetworkSpec } from '../../../../src/networks/types.ts';
import { messageOf } from '../../../../src/scene/results/results.ts';
import type { Absent } from './types.ts';

/** Forward passes by one backend of gpu.js. */
export interface GpuPasses {
  /** What it is called; a WebGL 2 without a graphics processor says so. */
  readonly id: string;
  /** Of the first `size` samples. */
  readonly pass: (size: number) => Promise<unknown>;
  readonly close: () => void;
}

interface Given {
  readonly network: NetworkSpec;
  readonly weights: Float64Array;
  /** Samples, one after the other. */
  readonly x: Float64Array;
  readonly modes?: readonly GpuMode[];
  readonly thread?: DeviceOptions['thread'];
}

/** How far a logit may be from float64's; a backend that computes something else is not measured. */
const TOLERANCE = 1e-3;

/** Every backend of gpu.js that this machine has, each by itself; and those that are not to be had, with the reason. */
export async function openGpuPasses({ network, weights, x, modes = PAGE_MODES, thread = 'worker' }: Given) {
  const there: GpuPasses[] = [];
  const absent: Absent[] = [];
  const x32 = Float32Array.from(x);
  for (const mode of modes) {
    const id = mode === 'webgl2' && isSoftwareRenderer(rendererName() ?? '') ? 'webgl2-software' : mode;
    const device = await openDevice({ modes: [mode], thread });
    const forward = gpuForward(network, weights, device);
    const pass = (size: number) => forward(x32.subarray(0, size * network.inputs), size);
    try {
      const { outputs } = await pass(1);
      const exact = createNetwork(network).forward(weights, { count: 1, x: x.subarray(0, network.inputs) });
      const off = Math.max(...Array.from({ length: network.outputs }, (_, j) => Math.abs(outputs[j]! - exact[j]!)));
      if (!(off <= TOLERANCE)) throw new Error(`its logits are off by ${off.toExponential(1)}`);
      there.push({ id, pass, close: () => device.close() });
    } catch (error) {
      const reported = device.report().backends.find((backend) => backend.id === mode)?.reason;
      absent.push({ id, reason: reported ?? device.report().incidents.at(-1) ?? messageOf(error) });
      device.close();
    }
  }
  return { there, absent };
}
