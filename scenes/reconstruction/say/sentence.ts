import type { TextKey } from '../../../src/i18n/index.ts';
import { number, phrase, type Part, type Said } from '../../../src/ui/say/said.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { Look } from './look.ts';

/** What to look at now in one sentence, each number with the name that the results have it by. */
export function sentenceOf(t: Words, look: Look): Said {
  const say = (key: TextKey, values?: Readonly<Record<string, Part>>) => phrase(t.language, key, values);
  const count = (what: string, value: number) => number(value, t.number(value, 5), { what });
  const percent = (what: string, value: number, decimals = 0) =>
    number(value, `${t.fixed(value, decimals)} %`, { what });
  const cd = (what: string, value: number) => number(value, t.fixed(value, 2), { what });
  switch (look.kind) {
    case 'waiting':
    case 'blind':
      return say(`rec.say.${look.kind}`);
    case 'leaving':
      return say('rec.say.leaving', { points: count('points', look.points), way: percent('way', look.way) });
    case 'errors':
      return say('rec.say.errors', { near: percent('near', look.near), worst: percent('worst', look.worst, 1) });
    case 'chamfer':
      return say('rec.say.chamfer', {
        served: count('served', look.served),
        missed: count('missed', look.points - look.served),
        points: count('truth', look.points),
      });
    case 'emd':
      return say('rec.say.emd', { emd: percent('emd', look.emd, 1), nearest: percent('nearest', look.nearest, 1) });
    case 'alone':
      return say('rec.say.alone', { network: cd('network', look.network) });
    case 'apart':
      return say('rec.say.apart', { apart: cd('apart', look.apart) });
    case 'network':
    case 'lookup':
    case 'even': {
      const values = {
        ...{ network: cd('network', look.network), lookup: cd('lookup', look.lookup) },
        ratio: number(look.ratio, t.fixed(look.ratio, 2), { what: 'ratio' }),
      };
      return say(
        look.kind === 'even' || !look.disputed ? `rec.say.${look.kind}` : `rec.say.${look.kind}.disputed`,
        values,
      );
    }
  }
}
