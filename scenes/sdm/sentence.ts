import { countsAt, type SdmRun } from '../../src/sdm/reading.ts';
import { number, phrase, type Said } from '../../src/ui/say/said.ts';
import type { Words } from '../../src/ui/useText.ts';
import { formulaOf } from './read.ts';

/** What to look at now, each number with the column of the record that it stands in. */
export function sentenceOf(t: Words, run: SdmRun, step: number): Said {
  const { spec, record } = run;
  const at = Math.min(step, spec.maps);
  const [sdm, newton] = [countsAt(run, 'test', step), countsAt(run, 'newton', step)];
  const count = (of: string, what: string, value: number) => number(value, String(value), { of, what, at });
  return phrase(t.language, step === 0 ? 'sdm.say.start' : 'sdm.say', {
    formula: { word: formulaOf(run), tone: 'plain' },
    target: number(spec.target, t.number(spec.target), { what: 'target' }),
    answer: number(record.answer, t.number(record.answer), { what: 'answer' }),
    map: count('test', 'map', at),
    starts: count('test', 'starts', sdm.starts),
    arrived: count('test', 'arrived', sdm.arrived),
    error: number(sdm.error, t.number(sdm.error, 3), { of: 'test', what: 'error', at }),
    newton: count('newton', 'arrived', newton.arrived),
    outside: count('newton', 'outside', newton.outside),
  });
}
