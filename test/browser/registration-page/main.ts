import type { CloudFile } from '../../../src/io/clouds/types.ts';
import { createRegistrationJobs } from '../../../scenes/registration/jobs/client.ts';
import type { RegisterAnswer } from '../../../scenes/registration/jobs/api.ts';
import { deleteMaps, mapsKey, savedMaps } from '../../../scenes/registration/jobs/mapStore.ts';
import { defaultRegisterSpec, type RegisterSpec } from '../../../src/registration/specs.ts';
import { decodeMaps } from '../../../src/registration/do/maps.ts';
import { defaultTraining, type DoModel } from '../../../src/registration/do/types.ts';

/* A page of nothing but the registration jobs, for tests to drive in a minified build under the policy. */

const addresses = {
  'lidar-source.ply': new URL('../../../assets/clouds/lidar-source.ply', import.meta.url),
  'lidar-target.ply': new URL('../../../assets/clouds/lidar-target.ply', import.meta.url),
  'spot.obj': new URL('../../../assets/clouds/spot.obj', import.meta.url),
} as const;
type Name = keyof typeof addresses;

const jobs = createRegistrationJobs();
const blobOf = async (name: Name): Promise<Blob> => (await fetch(addresses[name])).blob();

/** What crosses to the test: no typed arrays. */
const plain = ({ targetFromSource, record, working, ...rest }: RegisterAnswer) => ({
  ...rest,
  targetFromSource: [...targetFromSource],
  steps: record?.steps ?? null,
  working: working?.source.points.length ?? null,
});

async function spot(): Promise<DoModel> {
  const { mesh } = await jobs.readCloud('spot.obj', await blobOf('spot.obj'));
  if (!mesh) throw new Error('spot.obj is a mesh');
  return { name: 'spot.obj', checksum: 'of no account here', shape: mesh };
}

const page = {
  /** Reads a file and puts it under its name. */
  async read(name: Name) {
    const parts: number[] = [];
    const blob = await blobOf(name);
    const file: CloudFile = await jobs.readCloud(name, blob, { onProgress: (part) => parts.push(part) });
    jobs.put(name, { points: file.positions });
    return { count: file.count, fields: file.fields.map((field) => field.name), parts, size: blob.size };
  },
  async refused(text: string): Promise<object> {
    try {
      return await jobs.readCloud('broken.ply', new Blob([text]));
    } catch (error) {
      const { name, message, code, where } = error as Error & { code: unknown; where: unknown };
      return { name, message, code, where };
    }
  },
  put: (id: string, points: readonly number[]) => jobs.put(id, { points: Float64Array.from(points) }),
  async register(source: string, target: string, spec: Partial<RegisterSpec>, maps: string | null = null) {
    const ask = { spec: { ...defaultRegisterSpec, ...spec }, source, target, maps, record: true };
    return plain(await jobs.register('own', ask));
  },
  /** Milliseconds from the abort to the rejection, and to the answer of the small job that follows it. */
  async abort(source: string, target: string, after: number, small: readonly [string, string]) {
    const controller = new AbortController();
    const ask = { spec: defaultRegisterSpec, source, target, maps: null, record: false };
    const result = jobs.register('own', ask, controller.signal).then(
      () => 'finished',
      (error: unknown) => (error as Error).name,
    );
    await new Promise((resolve) => setTimeout(resolve, after));
    const begin = performance.now();
    controller.abort();
    const said = await result;
    const rejected = performance.now() - begin;
    const spec = { ...defaultRegisterSpec, method: 'icp-point' } as const;
    await jobs.register('own', { ...ask, spec, source: small[0], target: small[1] });
    return { said, rejected, answered: performance.now() - begin };
  },
  /** A small training, whose maps are put as `maps`, aborted after `abortAt` maps if that is not null. */
  async train(maps: number, abortAt: number | null) {
    const controller = new AbortController();
    const heard: number[] = [];
    const training = { ...defaultTraining, samples: 200, maps, voxel: 0.3 };
    const model = await spot();
    try {
      const bytes = await jobs.train(training, model, {
        signal: controller.signal,
        onProgress: ({ map }) => {
          heard.push(map);
          if (map === abortAt) controller.abort();
        },
      });
      jobs.putMaps('maps', bytes);
      const trained = decodeMaps(bytes);
      return { heard, errors: [...trained.errors], first: [...trained.maps[0]!], bytes: bytes.length };
    } catch (error) {
      return { heard, stopped: (error as Error).name };
    }
  },
  saved: async () => (await savedMaps()).map(({ bytes, savedAt: _, ...rest }) => ({ ...rest, size: bytes.length })),
  forget: async (maps: number) =>
    deleteMaps(mapsKey({ ...defaultTraining, samples: 200, maps, voxel: 0.3 }, await spot())),
};

export type RegistrationPage = typeof page;

declare global {
  var registrationPage: RegistrationPage;
}

globalThis.registrationPage = page;
