import spotUrl from '../../../assets/clouds/spot.obj?url';
import { readCloud } from '../../../src/io/clouds/read.ts';
import { openPageCrew } from '../../../src/jobs/crew/page.ts';
import { trainDo } from '../../../src/jobs/trainDo.ts';
import { encodeMaps } from '../../../src/registration/do/maps.ts';
import { defaultTraining, type DoModel, type DoTraining } from '../../../src/registration/do/types.ts';

/* A page of nothing but the training, for a test and a benchmark to drive in a minified build under the policy. */

const hex = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((b) => b.toString(16).padStart(2, '0'))
    .join('');

async function spot(): Promise<DoModel> {
  const bytes = new Uint8Array(await (await fetch(spotUrl)).arrayBuffer());
  const file = await readCloud('spot.obj', bytes);
  if (!file?.mesh) throw new Error('the sample model is no mesh');
  return { name: 'spot.obj', checksum: await hex(bytes), shape: file.mesh };
}

const page = {
  /** From the click to the map file: the model is read and the workers are started here. */
  async train(
    asked: Partial<DoTraining>,
    workers: number,
  ): Promise<{ sha256: string; seconds: number; errors: number[] }> {
    const begin = performance.now();
    const model = await spot();
    const crew = await openPageCrew(workers);
    const maps = await trainDo({ ...defaultTraining, ...asked }, model, crew);
    const bytes = encodeMaps(maps);
    const seconds = (performance.now() - begin) / 1000;
    crew.close();
    return { sha256: await hex(bytes), seconds, errors: [...maps.errors] };
  },
  /** Cancels when `part` of it is done; how it ended, and how long after the click. */
  async cancelAt(asked: Partial<DoTraining>, part: number): Promise<{ name: string; seconds: number }> {
    const controller = new AbortController();
    const crew = await openPageCrew(2);
    let clicked = NaN;
    const onProgress = (progress: { readonly part: number }) => {
      if (controller.signal.aborted || progress.part < part) return;
      clicked = performance.now();
      controller.abort();
    };
    const stop = controller.signal;
    const ended = await trainDo({ ...defaultTraining, ...asked }, await spot(), crew, { stop, onProgress }).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    );
    crew.close();
    return { name: ended, seconds: (performance.now() - clicked) / 1000 };
  },
};

declare global {
  var trainingPage: typeof page;
}

globalThis.trainingPage = page;
