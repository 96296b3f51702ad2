import { createElement, type ReactNode } from 'react';
import type { MathNode } from '../../../src/formula/index.ts';
import { useLighting } from '../../../src/ui/useLighting.ts';

/** A formula as MathML, which browsers typeset and screen readers read. What stands for a name lights up with it. */
export function MathView({ nodes }: { nodes: readonly MathNode[] }) {
  // Fractions as large as the text around them.
  return createElement('math', { displaystyle: 'true' }, createElement('mrow', null, ...nodes.map(drawn)));
}

function drawn(node: MathNode, key: number): ReactNode {
  return node.name === undefined ? (
    createElement(node.tag, { key, ...(node.infix && { form: 'infix' }) }, ...contents(node))
  ) : (
    <Named key={key} node={node} name={node.name} />
  );
}

function contents({ children }: MathNode): readonly ReactNode[] {
  return children.map((child, i) => (typeof child === 'string' ? child : drawn(child, i)));
}

function Named({ node, name }: { node: MathNode; name: string }) {
  const { lit, handlers } = useLighting({ kind: 'symbol', name });
  const { onPointerEnter, onPointerLeave } = handlers;
  const props = { className: lit ? 'symbol lit' : 'symbol', 'data-symbol': name, onPointerEnter, onPointerLeave };
  return createElement(node.tag, props, ...contents(node));
}
