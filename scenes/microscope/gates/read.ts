import { activations } from '../../../src/networks/activations.ts';
import { corners } from '../../../src/networks/microscope/gates.ts';
import { truths, type GateId } from '../../../src/networks/microscope/truths.ts';
import type { Theme } from '../../../src/state/common.ts';
import { inkColours } from '../../../src/state/ink.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { PER_STAGE, type Fold, type XorFold } from './run/types.ts';

/** Blue where it fires, ochre where not. */
export const hueOf = (theme: Theme, fires: boolean): string => inkColours[theme][fires ? 0 : 3];

export const gateName = (gate: GateId): string => gate.toUpperCase();

/** Between which stages the picture is, and how far: it moves for most of the way to one, and rests there. */
export function morphAt(t: number, stages: number): { readonly from: number; readonly part: number } {
  const row = Math.min(Math.max(t / PER_STAGE, 0), stages - 1);
  const from = Math.min(Math.floor(row), Math.max(stages - 2, 0));
  const u = Math.min(((row - from) * PER_STAGE) / (PER_STAGE - 1), 1);
  return { from, part: u * u * (3 - 2 * u) };
}

/** The stage that the clock is at or has left last. */
export const stageShown = (t: number, stages: number): number =>
  Math.min(Math.floor(stepShown(t) / PER_STAGE), stages - 1);

export const cornerName = (corner: number): string => `(${corners[corner]!.join(', ')})`;

/** "(0, 1) → 1 ✓": what it says of a corner, and whether that is the gate's. */
export function cornerText(gate: GateId, { answers }: Pick<Fold, 'answers'>, corner: number): string {
  const answer = answers[corner] ?? null;
  return `${cornerName(corner)} → ${answer ?? '?'} ${answer === truths[gate][corner] ? '✓' : '✗'}`;
}

const sameText = (t: Words, gate: GateId, { answers }: Pick<Fold, 'answers'>, corner: number): string =>
  t(answers[corner] === truths[gate][corner] ? 'mic.gates.right' : 'mic.gates.wrong');

/** Each corner in words, and whether it is right. */
export function cornersInWords(t: Words, gate: GateId, fold: Fold): string {
  return corners
    .map(([x1, x2], corner) =>
      t('mic.gates.corner', {
        ...{ x1, x2, answer: String(fold.answers[corner] ?? t('mic.gates.neither')) },
        verdict: sameText(t, gate, fold, corner),
      }),
    )
    .join(t('sentence.gap'));
}

export const activationName = ({ activation }: Pick<XorFold, 'activation'>): string => activations[activation].name;

/** What a stage of a fold is called. */
export function stageName(t: Words, fold: Fold, stage: number): string {
  const { kind, layer } = fold.stages[stage]!;
  return t(`mic.gates.stage.${kind}`, { layer });
}

export const percent = (t: Words, share: number): string => `${t.number(100 * share, 2)} %`;
