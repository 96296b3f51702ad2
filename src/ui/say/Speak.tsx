import { Fragment } from 'react';
import { Word } from '../Word.tsx';
import type { Part, Said } from './said.ts';
import './say.css';

/** A sentence: its numbers stand out, a judgement in its own tone. */
export function Speak({ said }: { readonly said: Said }) {
  return said.map((part, index) => <Fragment key={index}>{shown(part)}</Fragment>);
}

function shown(part: Part) {
  if (typeof part === 'string') return part;
  if (!('word' in part)) return <strong className="live">{part.shown}</strong>;
  const { word, tone = 'live', lights } = part;
  if (lights) {
    return (
      <Word name={part.of ?? word} what={lights}>
        {word}
      </Word>
    );
  }
  return tone === 'plain' ? word : <strong className={tone === 'live' ? 'live' : `said-${tone}`}>{word}</strong>;
}
