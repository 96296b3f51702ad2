import { joined, listed, number, phrase, type Part, type Said } from '../../../src/ui/say/said.ts';
import type { TextKey } from '../../../src/i18n/index.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { alternativeSaid } from '../read/alternatives.ts';
import { errorNumber, lengthInWords, lengthUnit, percent, shownLength } from '../read/lengths.ts';
import { nameAmong } from '../read/methods.ts';
import { reasonSaid, verdictWord } from '../read/reason.ts';
import { alternativesOf } from '../runs/beside.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { readingAt } from '../runs/reading.ts';
import type { Off, Saying } from './saying.ts';

/** Maps that are learned; the last one is repeated. */
const MAPS = 30;

/** What to look at now in one sentence, each number with the record that it stands in. `runs`: of all panes. */
export function sentenceOf(t: Words, runs: readonly PaneRun[], saying: Saying, step: number): Said {
  const say = (key: TextKey, values?: Readonly<Record<string, Part | Said>>) => phrase(t.language, key, values);
  const name = ({ key, settings }: PaneRun): Part => ({ word: nameAmong(t, settings, runs), of: key, tone: 'plain' });
  const strong = ({ key, settings }: PaneRun): Part => ({ word: nameAmong(t, settings, runs), of: key });
  const error = ({ run, row, error: off }: Off): Part =>
    number(off, `${errorNumber(t, off)}${lengthUnit(run.pair)}`, { of: run.key, what: 'error', at: row });
  const names = (ends: readonly Off[]): Said =>
    listed(
      t.language,
      ends.map(({ run }) => [strong(run)]),
    );
  const each = (ends: readonly Off[]): Said =>
    joined(
      ends.map((off) => say('reg.say.off', { method: strong(off.run), error: error(off) })),
      t('reg.say.then'),
    );

  switch (saying.kind) {
    case 'waiting':
    case 'empty':
      return say(`reg.say.${saying.kind}`);
    case 'threads': {
      const { run, row, nothing, all } = saying;
      const count = (what: 'nothing' | 'all', value: number) =>
        number(value, String(value), { of: run.key, what, at: row });
      return say(run.settings.method === 'icp-robust' ? 'reg.say.threads.robust' : 'reg.say.threads', {
        method: name(run),
        nothing: count('nothing', nothing),
        all: count('all', all),
        error: error(saying),
      });
    }
    case 'map': {
      const { run, row } = saying;
      return say(row === 0 ? 'reg.say.map.start' : row <= MAPS ? 'reg.say.map' : 'reg.say.map.last', {
        method: name(run),
        map: number(row, String(row), { of: run.key, what: 'row', at: row }),
        error: error(saying),
      });
    }
    case 'moving':
      return say('reg.say.moving', { method: name(saying.run), error: error(saying) });
    case 'blind':
      return blind(t, saying.run, step, name(saying.run));
    case 'all':
      return say('reg.say.all', { right: names(saying.right), ...worst(saying.right, strong, error) });
    case 'some':
    case 'none': {
      const { right, rested, unrested, far } = saying;
      return joined(
        [
          right.length > 0 ? say('reg.say.right', { right: names(right) }) : say('reg.say.none'),
          rested.length > 0 ? say('reg.say.rested', { each: each(rested) }) : [],
          unrested.length > 0 ? say('reg.say.unrested', { each: each(unrested) }) : [],
          right.length === 0 && far ? say('reg.say.far') : [],
        ],
        t('sentence.gap'),
      );
    }
  }
}

function worst(ends: readonly Off[], name: (run: PaneRun) => Part, error: (off: Off) => Part) {
  const last = ends.reduce((a, b) => (b.error > a.error ? b : a));
  return { worst: name(last.run), error: error(last) };
}

/** Where nobody knows the truth: how the clouds lie, and at the end the verdict. */
function blind(t: Words, run: PaneRun, step: number, method: Part): Said {
  const { judgement } = run.answer;
  const { row, ended, rmse, fitness, within } = readingAt(run, step);
  const of = run.key;
  if (ended && judgement) {
    const verdict = verdictWord(t, run.key, judgement.verdict);
    const said = phrase(t.language, 'reg.say.blind.end', { method, verdict, reason: reasonSaid(t, run, judgement) });
    const others = alternativesOf(run).map((alternative, index) => alternativeSaid(t, run, alternative, index));
    const beside = phrase(t.language, 'reg.say.alternatives', { each: joined(others, t('reg.say.then')) });
    return joined([said, others.length > 0 ? beside : []], t('sentence.gap'));
  }
  const length = (what: string, value: number, at?: number) =>
    number(shownLength(run.pair, value), lengthInWords(t, run.pair, value), { of, what, at });
  return phrase(t.language, 'reg.say.blind', {
    method,
    rmse: length('rmse', rmse, row),
    within: length('within', within),
    fitness: number(100 * fitness, Number.isFinite(fitness) ? percent(t, fitness) : '–', {
      of,
      what: 'fitness',
      at: row,
    }),
  });
}
