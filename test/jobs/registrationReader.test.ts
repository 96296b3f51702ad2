import { afterEach, expect, test } from 'vitest';
import { CloudError } from '../../src/io/clouds/errors.ts';
import type { CloudFile } from '../../src/io/clouds/types.ts';
import { createRegistrationJobs, type RegistrationJobs } from '../../scenes/registration/jobs/client.ts';
import type { ReadAnswer, ReaderApi } from '../../scenes/registration/jobs/readApi.ts';
import { asWorker, LiveWorker, never } from './liveWorker.ts';

/* The page's side of reading a file; the reader itself runs in test/browser. */

let jobs: RegistrationJobs | null = null;
afterEach(() => jobs?.dispose());

const file: CloudFile = {
  name: 'a.xyz',
  format: 'text',
  rows: 1,
  count: 1,
  positions: Float64Array.of(1, 2, 3),
  origin: [0, 0, 0],
  fields: [],
  rowOf: null,
  notices: [],
};

function open(read: (progress: (part: number) => void) => Promise<ReadAnswer>) {
  const workers: LiveWorker[] = [];
  jobs = createRegistrationJobs({
    spawnReader: () => {
      const api: ReaderApi = {
        open: () => undefined,
        read: (_name, _blob, onProgress) => read(onProgress),
        align: ({ count }, matrix) => Uint8Array.of(count, ...matrix),
      };
      workers.push(new LiveWorker(api));
      return asWorker(workers.at(-1)!);
    },
  });
  return { jobs, workers };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
// A Blob of Node's does not cross a message channel in a fake worker; its content is the reader's business.
const blob = { size: 3 } as Blob;

test('the cloud comes back, progress is heard, and the worker is ended', async () => {
  const heard: number[] = [];
  const { jobs, workers } = open(async (progress) => {
    progress(0.25);
    progress(0.5);
    await soon();
    return { file, refused: null };
  });
  const result = await jobs.readCloud('a.xyz', blob, { onProgress: (part) => heard.push(part) });
  expect(result).toEqual(file);
  expect(heard).toEqual([0.25, 0.5]);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});

test('a refused file rejects with the very error: code, place and facts', async () => {
  const original = new CloudError('not-a-number', { line: 7 }, { text: 'x' });
  const { code, where, detail } = original;
  const { jobs, workers } = open(() => Promise.resolve({ file: null, refused: { code, where, detail } }));
  const error = await jobs.readCloud('a.xyz', blob).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CloudError);
  expect(error).toMatchObject({ code, where, detail, message: original.message });
  expect(workers[0]!.terminated).toBe(true);
});

test('abort rejects and ends the worker at once, another file is not touched', async () => {
  const { jobs, workers } = open(never);
  const controller = new AbortController();
  const reading = jobs.readCloud('a.xyz', blob, { signal: controller.signal });
  const other = jobs.readCloud('b.xyz', blob);
  const settled = expect(other).rejects.toMatchObject({ name: 'AbortError' });
  await soon();
  controller.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  jobs.dispose();
  await settled;
  expect(workers[1]!.terminated).toBe(true);
});

test('a reader that dies says which file it was', async () => {
  const { jobs, workers } = open(never);
  const reading = jobs.readCloud('huge.ply', blob);
  await soon();
  workers[0]!.die('out of memory');
  await expect(reading).rejects.toThrow('huge.ply: the reader died');
});

test('a file is moved and written in a worker that is ended afterwards', async () => {
  const { jobs, workers } = open(never);
  const bytes = await jobs.align(
    file,
    Float64Array.from({ length: 16 }, (_, i) => i),
  );
  expect([...bytes]).toEqual([1, ...Array.from({ length: 16 }, (_, i) => i)]);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});
