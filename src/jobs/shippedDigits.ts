import { digitFileNames, readDigits, type DigitFiles } from '../io/networks/digits.ts';
import { pickSamples } from '../networks/data/samples.ts';
import type { DataSet, Samples } from '../networks/types.ts';

/* The shipped digits, from our own origin. */

const addresses: Readonly<Record<keyof DigitFiles, URL>> = {
  trainImages: new URL('../../assets/networks/train-images-idx3-ubyte.gz', import.meta.url),
  trainLabels: new URL('../../assets/networks/train-labels-idx1-ubyte.gz', import.meta.url),
  testImages: new URL('../../assets/networks/test-images-idx3-ubyte.gz', import.meta.url),
  testLabels: new URL('../../assets/networks/test-labels-idx1-ubyte.gz', import.meta.url),
};

/** Rejects with a sentence that names the file. */
async function fetchFile(of: keyof DigitFiles): Promise<Uint8Array> {
  const response = await fetch(addresses[of]).catch((error: unknown) => {
    throw new Error(`${digitFileNames[of]}: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (!response.ok) throw new Error(`${digitFileNames[of]}: ${`${response.status} ${response.statusText}`.trim()}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Of all that there are no copy is made: in float64 the training digits take 50 MB. */
const first = (samples: Samples, count: number): Samples =>
  count >= samples.count
    ? samples
    : pickSamples(
        samples,
        Uint32Array.from({ length: count }, (_, i) => i),
      );

/** The first `count` to learn from, and as many to test on: the set is shuffled. Fetched once; what failed is tried again when it is next asked for. */
export function createDigits() {
  let whole: Promise<DataSet> | null = null;
  return async (count: number): Promise<DataSet> => {
    whole ??= Promise.all([
      fetchFile('trainImages'),
      fetchFile('trainLabels'),
      fetchFile('testImages'),
      fetchFile('testLabels'),
    ]).then(([trainImages, trainLabels, testImages, testLabels]) =>
      readDigits({ trainImages, trainLabels, testImages, testLabels }),
    );
    whole.catch(() => (whole = null));
    const { train, test, ...rest } = await whole;
    return { ...rest, train: first(train, count), test: first(test, count) };
  };
}
