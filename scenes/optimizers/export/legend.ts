import { surfaceName } from '../../../src/surfaces/name.ts';
import { digits } from '../../../src/io/digits.ts';
import { inkColours } from '../../../src/state/ink.ts';
import type { Theme } from '../../../src/state/common.ts';
import type { LabState } from '../state/types.ts';
import type { RunView } from '../runs/runViews.ts';
import { glyphPath, isHollow } from '../../../src/ui/chart/glyph.ts';
import { plainFormula } from '../../../src/ui/plainFormula.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { breakAnywhere, type Measure } from '../../../src/ui/export/lines.ts';
import { escapeXml } from '../../../src/ui/export/names.ts';
import type { Tone } from '../../../src/ui/export/page.ts';
import type { LegendLine } from '../../../src/ui/export/viewPng.ts';
import type { Legend } from '../../../src/ui/export/svg.ts';
import '../words/later.ts';

export interface LegendOf {
  readonly state: LabState;
  readonly runs: readonly RunView[];
  /** The step that the picture shows. */
  readonly step: number;
  /** Brings this very picture back. */
  readonly link: string;
  readonly theme: Theme;
  readonly tone: Tone;
  /** More sentences about the picture. */
  readonly notes: readonly string[];
}

const PADDING = 20;
const LINE = 22;
const SMALL_LINE = 15;
const GLYPH = 18;
const GAP = 28;

/** The learning rate in full: what is read off a slide must give the same picture again. */
function entryOf(t: Words, { record, spec, name }: RunView, step: number) {
  const lr = spec.params['lr'];
  const gone = record.divergedAt !== null && step >= record.divergedAt;
  const row = Math.min(step, record.count - 1);
  const f = gone
    ? t('export.figure.diverged', { step: record.divergedAt })
    : `f = ${t.number(record.f[row] as number, 4)}`;
  return { name, values: [...(lr === undefined ? [] : [`lr = ${digits(lr)}`]), f].join(', ') };
}

/** What a picture shows: the surface with its formula, and the step. */
export function headingOf(t: Words, { surface, steps }: LabState, step: number): string {
  const formula = plainFormula(surface.formula, surface.params);
  return t('export.figure.title', { surface: surfaceName(t.language, surface), formula, step, steps });
}

/** Each optimizer with its learning rate and f at a step, in its colour. */
export function runLines(t: Words, runs: readonly RunView[], step: number, theme: Theme): readonly LegendLine[] {
  return runs.map((run) => {
    const { name, values } = entryOf(t, run, step);
    return { text: `${name}: ${values}`, colour: inkColours[theme][run.ink.hue] };
  });
}

/** Below a picture: what it shows, each optimizer's sign, learning rate and f at this step, and the link in small print. */
export function legendOf(t: Words, of: LegendOf, width: number, measure: Measure): Legend {
  const { state, runs, step, link, theme, tone, notes } = of;
  const room = width - 2 * PADDING;
  const parts = [`<path d="M${PADDING} 0.5H${width - PADDING}" stroke="${tone.line}"/>`];
  const put = (x: number, y: number, text: string, look: string) =>
    parts.push(`<text x="${x}" y="${y}" ${look}>${escapeXml(text)}</text>`);
  let y = 8;
  for (const line of breakAnywhere(headingOf(t, state, step), room, '600 14px', measure)) {
    y += LINE;
    put(PADDING, y, line, `font-size="14" font-weight="600" fill="${tone.ink}"`);
  }
  let x = PADDING;
  y += LINE + 2;
  for (const run of runs) {
    const { name, values } = entryOf(t, run, step);
    const [first, second] = [measure(name, '600 13px'), measure(values, '13px')];
    const length = GLYPH + first + 8 + second;
    if (x > PADDING && x + length > width - PADDING) {
      x = PADDING;
      y += LINE;
    }
    const colour = inkColours[theme][run.ink.hue] as string;
    const hollow = isHollow(run.ink.shape);
    const sign = hollow ? `fill="none" stroke="${colour}" stroke-width="2.4"` : `fill="${colour}"`;
    parts.push(`<path transform="translate(${x + 6} ${y - 4.5})" d="${glyphPath(run.ink.shape, 5)}" ${sign}/>`);
    put(x + GLYPH, y, name, `font-size="13" font-weight="600" fill="${colour}"`);
    put(x + GLYPH + first + 8, y, values, `font-size="13" fill="${tone.ink}"`);
    x += length + GAP;
  }
  y += 8;
  for (const small of [...notes, link]) {
    for (const line of breakAnywhere(small, room, '11px', measure)) {
      y += SMALL_LINE;
      put(PADDING, y, line, `font-size="11" fill="${tone.soft}"`);
    }
  }
  return { markup: parts.join(''), height: y + 14 };
}
