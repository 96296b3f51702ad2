import { optimizeSpecsOf } from '../../scenes/optimizers/state/specs.ts';
import type { OptimizeSpec } from '../jobs/specs.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { decode } from '../../scenes/optimizers/state/url.ts';
import type { LinkNotice } from '../state/link.ts';
import { Refusal } from './refusal.ts';

const reasons = {
  invalid: 'is not valid there',
  unknown: 'means nothing to this version',
  newer: 'was made by a newer version',
} satisfies Record<LinkNotice['reason'], string>;

/** The runs enabled in a shared link. Where the page falls back with a notice, this refuses: a script reads no notices. */
export function specsOfLink(link: string): OptimizeSpec[] {
  if (link.trim() === '') throw new Refusal('--link is empty');
  const { overrides, notices } = decode(link);
  const [first] = notices;
  if (first) throw new Refusal(`--link: "${first.part}=${first.value}" ${reasons[first.reason]}`);
  return optimizeSpecsOf(resolve(overrides));
}
