import type { Device } from '../gpu/device.ts';
import { cellsOf, layerKernelOf, NEURONS } from '../gpu/layerKernel.ts';
import { layoutOf } from '../networks/layout.ts';
import type { NetworkSpec, Numbers } from '../networks/types.ts';

/** Outputs, sample by sample, `stride` floats from one to the next. */
export interface GpuOutputs {
  readonly outputs: Float32Array;
  readonly stride: number;
  readonly backend: string;
}

/**
 * Forward passes of a network in inference by GPU.js, a kernel a layer; what a layer gives comes back before the next one is asked. Of one without batch normalization.
 */
export function gpuForward(spec: NetworkSpec, weights: Numbers, device: Device) {
  if (spec.batchNorm) throw new RangeError('no kernel has batch normalization');
  const { layers } = layoutOf(spec);
  const packed = layers.map(({ inputs, outputs, weights: from, biases }, k) => {
    const rows = NEURONS * cellsOf(outputs);
    const own = { weights: new Float32Array(rows * inputs), biases: new Float32Array(rows) };
    own.weights.set(weights.subarray(from, from + outputs * inputs));
    own.biases.set(weights.subarray(biases, biases + outputs));
    const stride = k === 0 ? inputs : NEURONS * cellsOf(inputs);
    const activation = k === layers.length - 1 ? 'identity' : spec.activation;
    return { ...own, cells: cellsOf(outputs), program: layerKernelOf({ inputs, stride, outputs, activation }) };
  });

  /** x: count × inputs. */
  return async function forward(x: Float32Array, count: number): Promise<GpuOutputs> {
    let values = x;
    let by = '';
    for (const { program, weights: w, biases, cells } of packed) {
      const { data, backend } = await device.run({
        ...{ program, output: [cells, count], args: [values, w, biases] },
        float64: () => {
          throw new Error('no backend of gpu.js computes a layer here');
        },
      });
      [values, by] = [data, backend];
    }
    return { outputs: values, stride: NEURONS * cellsOf(spec.outputs), backend: by };
  };
}
