import type { ParamSpec } from '../params/spec.ts';
import type { Field, Fields } from './fields.ts';
import { flag, numberField, oneOf } from './fields.ts';
import { readNumbers } from './urlNumbers.ts';

export type Language = 'ja' | 'en';
export type Theme = 'light' | 'dark';

/** Angles in degrees: azimuth 0 looks along +y (from the south), positive turns the eye to the east; zoom 1 frames the scene in the free area. Pan in world units. */
export interface CameraState {
  readonly azimuth: number;
  readonly elevation: number;
  readonly zoom: number;
  readonly pan: readonly [x: number, y: number, z: number];
}

/** What differs from the defaults in every scene, whatever else it has. */
export interface CommonOverrides {
  readonly camera?: CameraState | undefined;
  /** The step shown, when at rest there. */
  readonly t?: number | undefined;
  readonly playing?: boolean | undefined;
  readonly speed?: number | undefined;
  readonly loop?: boolean | undefined;
  /** As on a slide: panels away, text and lines larger. */
  readonly presenting?: boolean | undefined;
  /** The question card that is open, by its id: the scene knows which there are. */
  readonly card?: string | undefined;
  readonly language?: Language | undefined;
  readonly theme?: Theme | undefined;
}

/** The part of its state that every scene has. */
export interface CommonState {
  /** How many steps the clock has; null: as many as the newest record, which comes later (`Session.recorded`). */
  readonly steps: number | null;
  /** null: the scene frames itself. */
  readonly camera: CameraState | null;
  readonly t: number | null;
  readonly playing: boolean;
  readonly speed: number;
  readonly loop: boolean;
  readonly presenting: boolean;
  readonly card: string | null;
  /** null: as the browser prefers. */
  readonly language: Language | null;
  readonly theme: Theme | null;
}

const commonDefaults = { speed: 1, loop: false, presenting: false } as const;

export const commonParams = {
  speed: { default: commonDefaults.speed, min: 0.25, max: 4, scale: 'log', accepts: { min: 0.1, max: 16 } },
} as const satisfies Record<string, ParamSpec>;

export function resolveCommon(overrides: CommonOverrides): Omit<CommonState, 'steps'> {
  return {
    camera: overrides.camera ?? null,
    t: overrides.t ?? null,
    // A link that names a step rests there; without one the scene plays from the start.
    playing: overrides.playing ?? overrides.t === undefined,
    speed: overrides.speed ?? commonDefaults.speed,
    loop: overrides.loop ?? commonDefaults.loop,
    presenting: overrides.presenting ?? commonDefaults.presenting,
    card: overrides.card ?? null,
    language: overrides.language ?? null,
    theme: overrides.theme ?? null,
  };
}

/** What is the reader's own and not a scene's or a card's. */
export function ownOf({ language, theme, presenting }: CommonOverrides): CommonOverrides {
  return { language, theme, presenting };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/**
 * The overrides without those that say what `base` says under the same name anyway; `kept` names those that stay whatever `base`
 * says. The step and whether it plays follow their own rule, the same in every scene.
 */
export function withoutDefaults<O extends CommonOverrides>(
  overrides: O,
  base: object,
  kept: ReadonlySet<string> = new Set(),
): Partial<O> {
  const defaults = base as Readonly<Record<string, unknown>>;
  const differs = ([key, value]: readonly [string, unknown]) =>
    value !== undefined &&
    (kept.has(key) || key === 't' || key === 'playing' || !(key in defaults) || !same(defaults[key], value));
  const left = Object.fromEntries(Object.entries(overrides).filter(differs));
  if (left['playing'] === (left['t'] === undefined)) delete left['playing'];
  return left as Partial<O>;
}

const camera: Field<CameraState> = {
  name: 'camera',
  write: ({ azimuth, elevation, zoom, pan }) =>
    [azimuth, elevation, zoom, ...pan].map((n) => Number(n.toFixed(3))).join(','),
  read: (text) => {
    const numbers = readNumbers(text, 6);
    if (!numbers) return undefined;
    const [azimuth, elevation, zoom, x, y, z] = numbers as [number, number, number, number, number, number];
    const fits =
      elevation > -90 && elevation <= 90 && zoom >= 0.2 && zoom <= 20 && [x, y, z].every((n) => Math.abs(n) <= 50);
    // Only what needs it is turned back: the turn costs an azimuth its last digits.
    const turned = Math.abs(azimuth) <= 180 ? azimuth : ((((azimuth + 180) % 360) + 360) % 360) - 180;
    return fits ? { azimuth: turned, elevation, zoom, pan: [x, y, z] } : undefined;
  },
};

/** Any id: which cards there are is the scene's to say. */
const card: Field<string> = {
  name: 'card',
  write: (value) => value,
  read: (text) => (/^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : undefined),
};

/** Link key → field of what every scene has; a scene's own keys stand before them. `maxSteps`: the last step a link may name. */
export function commonFields(maxSteps: number): Fields {
  return {
    c: camera,
    t: numberField('t', { default: 0, min: 0, max: 0, scale: 'linear', accepts: { min: 0, max: maxSteps } }),
    play: flag('playing'),
    sp: numberField('speed', commonParams.speed),
    loop: flag('loop'),
    present: flag('presenting'),
    card,
    lang: oneOf('language', ['ja', 'en']),
    theme: oneOf('theme', ['light', 'dark']),
  };
}
