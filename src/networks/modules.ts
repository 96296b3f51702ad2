import type { ActivationId } from './activations.ts';
import type { NetworkSpec } from './types.ts';

/** A module of the torch.nn.Sequential that a network is: affine layers count from 0 (`LayerPlace`), normalisations by the layer before them. */
export type Module =
  | { readonly kind: 'linear'; readonly layer: number; readonly inputs: number; readonly outputs: number }
  | { readonly kind: 'norm'; readonly layer: number; readonly width: number }
  | { readonly kind: 'activation'; readonly activation: ActivationId }
  | { readonly kind: 'dropout'; readonly share: number };

/** In the order of the forward pass; a module's place is its name in torch ("0.weight"). */
export function modulesOf({ inputs, hidden, outputs, activation, batchNorm, dropout }: NetworkSpec): Module[] {
  const widths = [inputs, ...hidden];
  const linear = (layer: number, width: number): Module => ({
    ...{ kind: 'linear', layer, inputs: widths[layer]!, outputs: width },
  });
  return [
    ...hidden.flatMap((width, layer): Module[] => [
      linear(layer, width),
      ...(batchNorm ? [{ kind: 'norm', layer, width } as const] : []),
      { kind: 'activation', activation },
      ...(dropout > 0 ? [{ kind: 'dropout', share: dropout } as const] : []),
    ]),
    linear(hidden.length, outputs),
  ];
}
