import { Fragment, type ReactNode } from 'react';
import { text, type TextKey } from '../../i18n/index.ts';
import { useText, type Words } from '../useText.ts';
import { Word } from '../Word.tsx';
import type { Live, Naming } from './types.ts';
import { piecesOf, type Piece } from './words.ts';

interface Props {
  readonly of: TextKey;
  readonly named: Naming;
  readonly values?: Readonly<Record<string, Live>>;
}

/** A text of a card: its numbers stand out, its words light up what they name. */
export function CardText({ of, named, values = {} }: Props) {
  const t = useText();
  // As it stands in the dictionary: the placeholders are filled by elements.
  return <Pieces pieces={piecesOf(text(t.language, of))} values={values} words={t} named={named} />;
}

interface PiecesProps {
  readonly pieces: readonly Piece[];
  readonly values: Readonly<Record<string, Live>>;
  readonly words: Words;
  readonly named: Naming;
}

function Pieces({ pieces, values, words, named }: PiecesProps): ReactNode {
  return pieces.map((piece, i) => {
    switch (piece.kind) {
      case 'text':
        return <Fragment key={i}>{piece.text}</Fragment>;
      case 'value': {
        const live = values[piece.name];
        return (
          <strong key={i} className="live" data-value={piece.name}>
            {live ? shown(words, live) : `{${piece.name}}`}
          </strong>
        );
      }
      case 'word':
        return (
          <Word key={i} name={piece.name} what={named(piece.name)}>
            <Pieces pieces={piecesOf(piece.text)} values={values} words={words} named={named} />
          </Word>
        );
    }
  });
}

function shown(t: Words, { value, digits, decimals, degrees }: Live): string {
  const number = decimals === undefined ? t.number(value, digits) : t.fixed(value, decimals);
  return degrees ? `${number}°` : number;
}
