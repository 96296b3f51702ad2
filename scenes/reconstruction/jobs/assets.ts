import { AssetError } from '../../../src/reconstruction/network/weights.ts';
import type { Fetching } from './api.ts';

/* What was trained and what is looked up in, from our own origin. */

const addresses = {
  'network.bin': new URL('../../../assets/reconstruction/network.bin', import.meta.url),
  'network.json': new URL('../../../assets/reconstruction/network.json', import.meta.url),
  'many.bin': new URL('../../../assets/reconstruction/many.bin', import.meta.url),
  'many.json': new URL('../../../assets/reconstruction/many.json', import.meta.url),
  'bank.bin': new URL('../../../assets/reconstruction/bank.bin', import.meta.url),
  'kin.bin': new URL('../../../assets/reconstruction/kin.bin', import.meta.url),
  'kin.json': new URL('../../../assets/reconstruction/kin.json', import.meta.url),
} as const;
export type AssetName = keyof typeof addresses;

type Tell = (fetching: Fetching | null) => void;

/** Fetches a file whole. Rejects with an AssetError that names it, whatever went wrong. */
export async function fetchAsset(name: AssetName, tell: Tell): Promise<Uint8Array<ArrayBuffer>> {
  try {
    tell({ file: name, part: 0 });
    const response = await fetch(addresses[name]);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    return await bytesOf(response, (part) => tell({ file: name, part }));
  } catch (error) {
    throw new AssetError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    tell(null);
  }
}

/** A parsed JSON file, which need not be trusted. */
export async function fetchJson(name: AssetName, tell: Tell): Promise<unknown> {
  const bytes = await fetchAsset(name, tell);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw new AssetError(`${name} is no JSON`);
  }
}

async function bytesOf(response: Response, tell: (part: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const total = Number(response.headers.get('content-length') ?? 0);
  if (!response.body || !(total > 0)) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let count = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    count += value.length;
    // What travels compressed is longer than it was said to be.
    tell(Math.min(count / total, 1));
  }
  const all = new Uint8Array(count);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
