import { useMemo } from 'react';
import { mathNumber, mathSymbol, mathTerms, parseFormula, type MathNode } from '../../../src/formula/index.ts';
import type { ParamValues } from '../../../src/params/spec.ts';
import { MathView } from '../formula/MathView.tsx';
import { plainFormula } from '../../../src/ui/plainFormula.ts';
import { useText } from '../../../src/ui/useText.ts';

/** A longer formula is no better to read typeset, and slow to lay out. */
const TYPESET_UP_TO = 160;

interface Props {
  readonly formula: string;
  readonly params: ParamValues;
}

/** A surface's formula, typeset, with the numbers that its parameters are now; `data-formula` is the same as a line of text. */
export function SurfaceFormula({ formula, params }: Props) {
  const t = useText();
  const plain = plainFormula(formula, params);
  const terms = useMemo(() => {
    if (formula.length > TYPESET_UP_TO) return null;
    const symbol = (name: string) =>
      Object.hasOwn(params, name) ? mathNumber(t.number(params[name] as number)) : unnamed(name);
    return mathTerms(parseFormula(formula, ['x', 'y', ...Object.keys(params)]), symbol);
  }, [formula, params, t]);
  return (
    <p className="formula" lang="en" title={t('panel.formula')} data-formula={plain}>
      {terms === null
        ? `f = ${plain}`
        : terms.map((term, i) => <MathView key={i} nodes={i === 0 ? [...EQUALS, term] : [term]} />)}
    </p>
  );
}

const EQUALS: readonly MathNode[] = [
  { tag: 'mi', children: ['f'] },
  { tag: 'mo', children: ['='] },
];

/** A coordinate of the surface is no symbol of the selected rule: it lights up nothing. */
function unnamed(name: string) {
  const piece = mathSymbol(name);
  return { ...piece, nodes: piece.nodes.map(({ tag, children }): MathNode => ({ tag, children })) };
}
