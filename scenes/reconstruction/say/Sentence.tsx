import type { ReactNode } from 'react';
import { Phrase } from '../../../src/ui/Phrase.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { Look } from './look.ts';

/** What to look at now in one sentence, its numbers from the results. */
export function Sentence({ look }: { readonly look: Look }) {
  const t = useText();
  const strong = (shown: string | number): ReactNode => <strong className="live">{shown}</strong>;
  const percent = (value: number, decimals = 0) => strong(`${t.fixed(value, decimals)} %`);
  const cd = (value: number) => strong(t.fixed(value, 2));
  switch (look.kind) {
    case 'waiting':
    case 'blind':
      return <>{t(`rec.say.${look.kind}`)}</>;
    case 'leaving':
      return <Phrase of="rec.say.leaving" values={{ points: t.number(look.points, 5), way: percent(look.way) }} />;
    case 'errors':
      return <Phrase of="rec.say.errors" values={{ near: percent(look.near), worst: percent(look.worst, 1) }} />;
    case 'chamfer':
      return (
        <Phrase
          of="rec.say.chamfer"
          values={{
            served: strong(look.served),
            missed: strong(look.points - look.served),
            points: t.number(look.points, 5),
          }}
        />
      );
    case 'emd':
      return <Phrase of="rec.say.emd" values={{ emd: percent(look.emd, 1), nearest: percent(look.nearest, 1) }} />;
    case 'alone':
      return <Phrase of="rec.say.alone" values={{ network: cd(look.network) }} />;
    case 'apart':
      return <Phrase of="rec.say.apart" values={{ apart: cd(look.apart) }} />;
    case 'network':
    case 'lookup':
    case 'even':
      return (
        <Phrase
          of={look.kind === 'even' || !look.disputed ? `rec.say.${look.kind}` : `rec.say.${look.kind}.disputed`}
          values={{ network: cd(look.network), lookup: cd(look.lookup), ratio: strong(t.fixed(look.ratio, 2)) }}
        />
      );
  }
}
