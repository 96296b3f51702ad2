import type { TextKey } from '../../../src/i18n/index.ts';
import { openingFactors, type RegistrationOverrides } from '../state/table.ts';

/** A scene worth seeing, one slider away from the opening one. What it shows is held by test/scenes/registration-presets.test.ts. */
export interface Preset {
  readonly id: string;
  readonly label: TextKey;
  readonly factors: NonNullable<RegistrationOverrides['factors']>;
}

export const presets = [
  { id: 'opening', label: 'reg.preset.opening', factors: {} },
  { id: 'missing', label: 'reg.preset.missing', factors: { missing: 0.7 } },
  { id: 'structured', label: 'reg.preset.structured', factors: { structured: 250 } },
  { id: 'far', label: 'reg.preset.far', factors: { rotation: 120 } },
] as const satisfies readonly Preset[];

/** The preset that the sliders stand at; undefined: none. */
export function presetAt(factors: Readonly<Record<string, number>>): Preset | undefined {
  const opening: Readonly<Record<string, number>> = openingFactors;
  return presets.find((preset: Preset) => {
    const wished: Readonly<Record<string, number>> = { ...opening, ...preset.factors };
    return Object.entries(wished).every(([name, value]) => factors[name] === value);
  });
}
