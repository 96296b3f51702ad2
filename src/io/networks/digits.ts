import { classSamples } from '../../networks/data/samples.ts';
import type { DataSet, Samples } from '../../networks/types.ts';
import { NetFileError } from './errors.ts';
import { readIdx } from './idx.ts';

/** The four files of a set of digits in MNIST's format. */
export interface DigitFiles {
  readonly trainImages: Uint8Array;
  readonly trainLabels: Uint8Array;
  readonly testImages: Uint8Array;
  readonly testLabels: Uint8Array;
}

/** Their names in assets/networks. */
export const digitFileNames: Readonly<Record<keyof DigitFiles, string>> = {
  trainImages: 'train-images-idx3-ubyte.gz',
  trainLabels: 'train-labels-idx1-ubyte.gz',
  testImages: 'test-images-idx3-ubyte.gz',
  testLabels: 'test-labels-idx1-ubyte.gz',
};

const DIGITS = 10;

/**
 * Digits as samples: a pixel an input, 0 … 1, row by row; ten classes. The shipped ones are 8,000 and 2,000 of MNIST, a subset with a split of its
 * own: say so wherever an accuracy is shown.
 * @throws NetFileError
 */
export function readDigits({ trainImages, trainLabels, testImages, testLabels }: DigitFiles): DataSet {
  const train = samplesOf(trainImages, trainLabels, 'training');
  const test = samplesOf(testImages, testLabels, 'test');
  if (train.inputs !== test.inputs) {
    throw new NetFileError('image-size', null, { found: `${test.inputs} pixels`, expected: train.inputs });
  }
  return { task: 'classes', train, test, domain: [] };
}

/** The same from wherever `read` finds a file of `digitFileNames`. */
export const digitsFrom = (read: (name: string) => Uint8Array): DataSet =>
  readDigits({
    trainImages: read(digitFileNames.trainImages),
    trainLabels: read(digitFileNames.trainLabels),
    testImages: read(digitFileNames.testImages),
    testLabels: read(digitFileNames.testLabels),
  });

function samplesOf(imageFile: Uint8Array, labelFile: Uint8Array, which: string): Samples {
  const images = readIdx(imageFile, 3, `${which} images`);
  const { values: labels } = readIdx(labelFile, 1, `${which} labels`);
  const [count = 0, height = 0, width = 0] = images.shape;
  if (count !== labels.length) {
    throw new NetFileError('image-label-counts', { part: which }, { images: count, labels: labels.length });
  }
  const label = labels.find((one) => one >= DIGITS);
  if (label !== undefined) throw new NetFileError('label-range', { part: which }, { label, most: DIGITS - 1 });
  // A loop: `from` with a function takes ten times as long, and these are six million.
  const x = new Float64Array(images.values.length);
  for (let i = 0; i < x.length; i++) x[i] = images.values[i]! / 255;
  return classSamples(x, Uint8Array.from(labels), height * width, DIGITS);
}
