import { readFileSync } from 'node:fs';
import { reconstructionSimd } from '../../../src/jobs/reconstructionSimd.ts';
import { createNetwork, type Network } from '../../../src/reconstruction/network/infer.ts';
import { readWeights, type AssetKind, type Weights } from '../../../src/reconstruction/network/weights.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';

export const readManifest = (kind: AssetKind): unknown =>
  JSON.parse(readFileSync(`assets/reconstruction/${kind}.json`, 'utf8')) as unknown;

export const readBytes = (kind: AssetKind): Uint8Array =>
  new Uint8Array(readFileSync(`assets/reconstruction/${kind}.bin`));

export const trainedWeights = (kind: AssetKind): Weights => readWeights(readManifest(kind), readBytes(kind), kind);

let network: Network | undefined;

/** The shipped one; tests of one file take turns at it. */
export const trainedNetwork = (): Network => (network ??= createNetwork(trainedWeights('network'), reconstructionSimd));

/** What torch answers with the weights of the .bin files, see tools/reconstruction/train. */
export interface TorchCase {
  readonly picture: Picture;
  readonly points: readonly number[];
  readonly feature: readonly number[];
  readonly noise?: readonly number[];
  readonly sample?: readonly number[];
}

interface Fixture {
  /** Checksums of the files that made it. */
  readonly network: number;
  readonly many?: number | null;
  readonly cases: readonly (Omit<TorchCase, 'picture'> & { readonly gray: string; readonly mask: string })[];
}

export function readFixture(): Omit<Fixture, 'cases'> & { readonly cases: readonly TorchCase[] } {
  const text = readFileSync('test/fixtures/reconstruction/network.json', 'utf8');
  const fixture = JSON.parse(text) as Fixture;
  const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
  const cases = fixture.cases.map(({ gray, mask, ...rest }) => ({
    ...rest,
    picture: { gray: bytes(gray), mask: bytes(mask) },
  }));
  return { ...fixture, cases };
}

export const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length) throw new RangeError(`${a.length} numbers against ${b.length}`);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
};
