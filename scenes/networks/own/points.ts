/** A point of the reader's own: a place of the input plane and its class. */
export type OwnPoint = readonly [x: number, y: number, label: 0 | 1];

/** Half of the plane's side on which they stand. */
export const REACH = 1.5;
/** So many at most: a link holds them all. */
export const MOST = 400;

/** Whether pasted text is to be read: a table of numbers always; where points are asked for anything, so that what cannot be read says why. */
export const isForPoints = (text: string, asked: boolean): boolean =>
  asked ? text.trim() !== '' : /\d[\s,;]+[-\d.]/.test(text);

/** The class of all of them where there is but one: nothing to tell apart. */
export function onlyClass(points: readonly OwnPoint[]): 0 | 1 | null {
  const classes = new Set(points.map(([, , label]) => label));
  return classes.size === 1 ? [...classes][0]! : null;
}

const STEPS = 36 ** 3 - 1;
const PATTERN = /^(?:[0-9a-z]{3}[0-9a-z]{3}[ab])*$/;

const digits = (value: number): string =>
  Math.round(((Math.min(Math.max(value, -REACH), REACH) + REACH) / (2 * REACH)) * STEPS)
    .toString(36)
    .padStart(3, '0');
const place = (text: string): number => (Number.parseInt(text, 36) / STEPS) * 2 * REACH - REACH;

/** Seven letters a point. */
export const writePoints = (points: readonly OwnPoint[]): string =>
  points.map(([x, y, label]) => digits(x) + digits(y) + (label === 0 ? 'a' : 'b')).join('');

export function readPoints(text: string): readonly OwnPoint[] | undefined {
  if (!PATTERN.test(text) || text.length > 7 * MOST) return undefined;
  return Array.from({ length: text.length / 7 }, (_, i): OwnPoint => {
    const at = 7 * i;
    return [place(text.slice(at, at + 3)), place(text.slice(at + 3, at + 6)), text[at + 6] === 'a' ? 0 : 1];
  });
}
