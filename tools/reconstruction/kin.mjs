/*
 * The network's feature space for the scene's kin and doubt: principal axes, reference features, quantiles of novelty, the gallery's map. To be run
 * whenever assets/reconstruction/network.bin is new (about a minute); writes kin.bin and kin.json beside it and tells what share of foreign
 * pictures it finds foreign.
 *
 *   node tools/reconstruction/kin.mjs [--assets assets/reconstruction]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({ options: { assets: { type: 'string', default: join(root, 'assets/reconstruction') } } });
const kit = /** @type {typeof import('./kinKit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/kinKit.ts', ['tools']))
);
/** @param {string} name */
const path = (name) => join(values.assets, name);
const manifest = JSON.parse(readFileSync(path('network.json'), 'utf8'));
const bytes = new Uint8Array(readFileSync(path('network.bin')));
const network = kit.createNetwork(kit.readWeights(manifest, bytes, 'network'), kit.reconstructionSimd);
const { bin, json } = kit.makeKin(network, (line) => console.log(line));
writeFileSync(path('kin.bin'), bin);
writeFileSync(path('kin.json'), json);
console.log(`kin.bin: ${bin.length} bytes`);
