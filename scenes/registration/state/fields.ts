import { perturbationParams } from '../../../src/clouds/params.ts';
import { kernelIds, searches } from '../../../src/registration/types.ts';
import { commonFields } from '../../../src/state/common.ts';
import { flag, numberField, oneOf, type Field, type Fields } from '../../../src/state/fields.ts';
import { readNumber, readNumbers, readParams, writeParams } from '../../../src/state/urlNumbers.ts';
import { MAX_PANES, paneOf } from './defaults.ts';
import { curveIds, dataIds, paneMethodIds, type PaneMethodId, type PaneSettings, type StartPose } from './types.ts';

/** More iterations than any chain of methods makes. */
const MAX_STEPS = 5000;
const isIn = <T extends string>(values: readonly T[], text: string): text is T =>
  (values as readonly string[]).includes(text);

/** `icp-point;search:target;kernel:huber;limit:0.5` */
function writePane({ method, search, kernel, maxDistance }: PaneSettings): string {
  return [
    method,
    ...(search === null ? [] : [`search:${search}`]),
    ...(kernel === null ? [] : [`kernel:${kernel}`]),
    ...(maxDistance === null ? [] : [`limit:${maxDistance}`]),
  ].join(';');
}

function readPane(text: string): PaneSettings | undefined {
  const [method = '', ...settings] = text.split(';');
  if (!isIn<PaneMethodId>(paneMethodIds, method)) return undefined;
  let pane = paneOf(method);
  for (const setting of settings) {
    const [name, value = '', ...rest] = setting.split(':');
    const limit = readNumber(value);
    if (rest.length > 0) return undefined;
    if (name === 'search' && isIn(searches, value)) pane = { ...pane, search: value };
    else if (name === 'kernel' && isIn(kernelIds, value)) pane = { ...pane, kernel: value };
    else if (name === 'limit' && limit !== undefined && limit > 0) pane = { ...pane, maxDistance: limit };
    else return undefined;
  }
  return pane;
}

const panes: Field<readonly PaneSettings[]> = {
  name: 'panes',
  write: (value) => value.map(writePane).join('~'),
  read: (text) => {
    const read = text.split('~').map(readPane);
    return read.length <= MAX_PANES && !read.includes(undefined) ? (read as readonly PaneSettings[]) : undefined;
  },
};

const start: Field<StartPose> = {
  name: 'start',
  write: (value) => value.map((n) => Number(n.toFixed(6))).join(','),
  read: (text) => {
    const numbers = readNumbers(text, 6);
    if (!numbers) return undefined;
    const angle = Math.hypot(...numbers.slice(0, 3));
    return angle <= 180.001 && numbers.slice(3).every((n) => Math.abs(n) <= 1e9)
      ? (numbers as unknown as StartPose)
      : undefined;
  },
};

const factors: Field<Readonly<Record<string, number>>> = {
  name: 'factors',
  write: writeParams,
  read: (text) => readParams(text.split(';'), perturbationParams),
};

const positive = { default: 1, min: 1e-3, max: 10, scale: 'log', accepts: { above: 0, max: 1e6 } } as const;
const whole = {
  default: 0,
  min: 0,
  max: 99,
  scale: 'linear',
  integer: true,
  accepts: { min: 0, max: 2 ** 31 },
} as const;

/** Link key → field, in reading order. */
export const registrationFields: Fields = {
  data: oneOf('data', dataIds),
  seed: numberField('seed', whole),
  p: factors,
  m: panes,
  sel: numberField('selected', { ...whole, accepts: { min: 0, max: MAX_PANES - 1 } }),
  x: start,
  vox: numberField('voxel', positive),
  ov: flag('overlay'),
  th: flag('threads'),
  res: flag('residuals'),
  y: oneOf('curve', curveIds),
  ...commonFields(MAX_STEPS),
};
