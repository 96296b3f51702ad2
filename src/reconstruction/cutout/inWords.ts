import type { Doubt, DoubtId, Remark, RemarkId } from './said.ts';

/* One line of English each, for the command line; the page's words stand in its dictionaries. */

type Values = Readonly<Record<string, number>>;

const doubts = {
  'busy-border': (v) => `${v.busy} % of the border does not have the background's colour`,
  'restless-border': (v) => `the border is no plain background (its colours vary by ${v.spread} levels)`,
  guessed: () => 'the box around it is a guess',
  stump: (v) => `it fills only ${v.filled} % of the box`,
  alike: (v) => `its colours and those around it have ${v.alike} % in common`,
  'two-minds': (v) => `two ways of cutting it out have only ${v.agreement} % in common`,
  shadow: (v) => `${v.shaded} % of it look like the background in a shadow`,
  blurred: () => 'it has no sharp outline',
  many: (v) => (v.parts === 1 ? 'what was cut out is in shreds' : `${v.parts} things of like size were cut out`),
  whole: (v) => `it covers ${v.covered} % of the picture`,
  frame: (v) => `it touches ${v.framed} % of the picture's frame: background may be left on it`,
  inverted: (v) =>
    `it has ${v.framed} % of the picture's frame and leaves a hole: it may be the background, the mask inverted`,
} satisfies Record<DoubtId, (values: Values) => string>;

const remarks = {
  bars: (v) =>
    `bars at the picture's edges are left out (${v.left} left, ${v.right} right, ${v.top} top, ${v.bottom} bottom)`,
  'cut-off': () => "the picture's frame cuts the object off: the points can only be of what is seen",
  small: (v) => `the object is only ${v.pixels} pixels long: little of its form is to be seen`,
} satisfies Record<RemarkId, (values: Values) => string>;

export function doubtInWords({ id, values }: Doubt): string {
  const sentence: (values: Values) => string = doubts[id];
  return sentence(values);
}

export function remarkInWords({ id, values }: Remark): string {
  const sentence: (values: Values) => string = remarks[id];
  return sentence(values);
}
