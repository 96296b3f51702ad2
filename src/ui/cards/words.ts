export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'word'; readonly name: string; readonly text: string };

/** A text in pieces: as it stands, `{value}`, and `<name>word</name>`. */
export function piecesOf(shown: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of shown.matchAll(/\{(\w+)\}|<([\w-]+)>([^<]*)<\/\2>/g)) {
    const [whole, value, word, text] = match;
    if (match.index > at) pieces.push({ kind: 'text', text: shown.slice(at, match.index) });
    if (value !== undefined) pieces.push({ kind: 'value', name: value });
    else if (word !== undefined) pieces.push({ kind: 'word', name: word, text: text ?? '' });
    at = match.index + whole.length;
  }
  if (at < shown.length) pieces.push({ kind: 'text', text: shown.slice(at) });
  return pieces;
}
