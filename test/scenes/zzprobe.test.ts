import { test } from 'vitest';
import { decode } from '../../src/state/url.ts';
import { resolve } from '../../src/state/resolve.ts';
import { runViewsOf } from '../../src/runs/runViews.ts';
const show = (link: string, rows: number[], st: string[] = []) => {
  const { overrides, notices } = decode(link);
  const s = resolve(overrides);
  console.log('##', link, JSON.stringify(notices), s.surface.domain, s.cut);
  for (const v of runViewsOf(s)) {
    const r = v.record;
    console.log(v.id, v.spec.semantics, JSON.stringify(v.spec.params), r.status, r.leftAt);
    for (const i of rows) if (i < r.count) console.log(i, [r.x[2*i], r.x[2*i+1], r.f[i], r.g[2*i], r.g[2*i+1]].map((q) => q!.toPrecision(4)).join(' '), Object.entries(r.state).map(([k, a]) => `${k}=(${a[2*i]!.toPrecision(3)},${a[2*i+1]!.toPrecision(3)})`).join(' '));
  }
};
const all = Array.from({length: 31}, (_, i) => i);
test('p', () => {
  show('v=1&o=-sgd,-adagrad,-adam', all);
  show('v=1&o=-sgd,-adagrad,-momentum', all);
  show('v=1&inj=8,-20,0&n=60&o=-sgd,-momentum,-adam,rmsprop;alpha:0.9', [0,5,6,7,8,9,10,12,15,20,25,30,40,50,60]);
  show('v=1&inj=8,20,0&n=60&o=-sgd,-momentum,-adam,rmsprop;alpha:0.9', [0,5,6,7,8,9,10,12,15,20,25,30,40,50,60]);
  show('v=1&o=sgd;lr:1.02,-adagrad,-momentum,-adam', [0,1,2,10,20,30]);
});
