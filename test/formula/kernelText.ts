import { kernelProgram, type Expr } from '../../src/formula/index.ts';

/** A formula as a kernel has it: declarations of its shared parts t0, t1, …, where it has some, then `end` and its value. */
export function kernelText(e: Expr, rename: (name: string) => string = (name) => name, end = ''): string {
  const { lines, outputs } = kernelProgram([e], rename, (i) => `t${i}`);
  return [...lines.map(([name, source]) => `const ${name} = ${source};`), `${end}${outputs[0] ?? ''}`].join(' ');
}
