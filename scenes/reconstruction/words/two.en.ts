import type { twoJa } from './two.ja.ts';

/** Words of two things side by side, in the view `kin`. */
export const twoEn = {
  'rec.two': 'Two things',
  'rec.two.hold': 'Keep this one to compare',
  'rec.two.hold.what':
    'Keeps the picture on view, to be compared with the next one you choose. The link keeps it too; only a picture of your own stays in this page.',
  'rec.two.waiting': 'Computing the answer of the one that is kept.',
  'rec.two.next': 'Kept. Now choose another on the map, or drop a picture.',
  'rec.two.away': 'Put away',
  'rec.two.held': 'kept',
  'rec.two.now': 'now',
  'rec.two.own': 'your picture',
  'rec.two.drawing': 'drawing',
  'rec.two.feature': 'In features',
  'rec.two.feature.value': '{percent} % are farther off',
  'rec.two.space': 'In space',
  'rec.two.space.value': '{percent} % of the points meet',
  'rec.two.space.what':
    'Of the points of both answers, those within {within} % of the longest edge of the other one, each laid down as it is seen.',
  'rec.two.picture': 'Both answers laid over each other: from the front, and turned to the right',
  'rec.two.both': 'both',
  'rec.two.say.kin':
    'Close in the middle layer, though only part of them meets in space: another view, or another thing that might stand in.',
  'rec.two.say.same': 'Close in the middle layer, and close in space.',
  'rec.two.say.between': 'Neither close nor far apart in the middle layer.',
  'rec.two.say.shape': 'They meet in space, but to the middle layer they are different things.',
  'rec.two.say.apart': 'Far apart in the middle layer, and in space.',
  'rec.probe.feature':
    'Measured: for {things} things that nothing was trained on, the {nearest} nearest of another kind serve the same use in {feature} % of cases by features, {chamfer} % by Chamfer distance ({chance} % by chance). The middle layer knows more about use.',
  'rec.probe.even':
    'Measured: for {things} things that nothing was trained on, the {nearest} nearest of another kind serve the same use in {feature} % of cases by features, {chamfer} % by Chamfer distance ({chance} % by chance). Neither can be called better.',
  'rec.probe.chamfer':
    'Measured: for {things} things that nothing was trained on, the {nearest} nearest of another kind serve the same use in {feature} % of cases by features, {chamfer} % by Chamfer distance ({chance} % by chance). Plain distance tells more about use.',
} as const satisfies Readonly<Record<keyof typeof twoJa, string>>;
