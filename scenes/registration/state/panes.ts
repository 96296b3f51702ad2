import { isMethod, registrationMethods, type MethodId } from '../../../src/registration/methods/index.ts';
import { kernelIds, searches, type KernelId, type Search } from '../../../src/registration/types.ts';
import { readNumber, readNumbers } from '../../../src/state/urlNumbers.ts';

export const MAX_PANES = 4;

/** One method and how it is to run; null: the method's own. */
export interface PaneSettings {
  readonly method: MethodId;
  readonly search: Search | null;
  readonly kernel: KernelId | null;
  /** In the clouds' unit; null: the method's own (for the plain members no limit). */
  readonly maxDistance: number | null;
}

export function paneOf(method: MethodId): PaneSettings {
  return { method, search: null, kernel: null, maxDistance: null };
}

export function needsMaps({ method }: PaneSettings): boolean {
  return registrationMethods[method].takes.includes('maps');
}

/** `icp-point;search:target;kernel:huber;limit:0.5` */
function writePane({ method, search, kernel, maxDistance }: PaneSettings): string {
  const said = Object.entries({ search, kernel, limit: maxDistance }).filter(([, value]) => value !== null);
  return [method, ...said.map(([name, value]) => `${name}:${value}`)].join(';');
}

const isIn = <T extends string>(values: readonly T[], text: string): text is T =>
  (values as readonly string[]).includes(text);

function readPane(text: string): PaneSettings | undefined {
  const [method = '', ...settings] = text.split(';');
  if (!isMethod(method)) return undefined;
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

/** One to four methods side by side, as links write them. */
export const panesInLink = {
  write: (panes: readonly PaneSettings[]) => panes.map(writePane).join('~'),
  read(text: string): readonly PaneSettings[] | undefined {
    const read = text.split('~').map(readPane);
    return read.length <= MAX_PANES && !read.includes(undefined) ? (read as readonly PaneSettings[]) : undefined;
  },
};

/** Where the source starts, as an element of se(3) about the source's centre: ω in degrees, v in the clouds' unit. */
export type StartPose = readonly [rx: number, ry: number, rz: number, tx: number, ty: number, tz: number];

export const startInLink = {
  write: (start: StartPose) => start.map((n) => Number(n.toFixed(6))).join(','),
  read(text: string): StartPose | undefined {
    const numbers = readNumbers(text, 6);
    if (!numbers) return undefined;
    const angle = Math.hypot(...numbers.slice(0, 3));
    return angle <= 180.001 && numbers.slice(3).every((n) => Math.abs(n) <= 1e9)
      ? (numbers as unknown as StartPose)
      : undefined;
  },
};
