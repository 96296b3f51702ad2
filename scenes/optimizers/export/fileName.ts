import type { LabState } from '../state/types.ts';

/** `koubai-bowl-step18.png`: surface and step, so that files of one lesson keep apart. */
export function fileName({ surface }: Pick<LabState, 'surface'>, step: number, end: string): string {
  return `koubai-${surface.id ?? 'own-formula'}-step${step}.${end}`;
}

/** `koubai-himmelblau-momentum-basins.png`: a map is of an optimizer, and of no step. */
export function basinsName({ surface, selected }: Pick<LabState, 'surface' | 'selected'>): string {
  return `koubai-${surface.id ?? 'own-formula'}-${selected}-basins.png`;
}
