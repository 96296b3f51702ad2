import type { cardsJa } from './cards.ja.ts';

/** The words of the questions. */
export const cardsEn = {
  'card.net-plane.title': 'Is this really the landscape?',
  'card.net-plane.ask':
    'A random plane through the trained net. The path comes to it from outside. Three steps of the clock after its start, how does the true loss compare with the height of the landscape at the shadow?',
  'card.net-plane.answer.same': 'About the same.',
  'card.net-plane.answer.higher': 'The true loss is higher.',
  'card.net-plane.answer.lower': 'The true loss is lower.',
  'card.net-plane.look.start':
    'The start is {residual} away from the plane: its true loss is {truth}, the landscape below has {shadow}.',
  'card.net-plane.look':
    'At {residual} from the plane the true loss is {truth}, the landscape at the shadow has {shadow}. A plane shows what is around the net it goes through: look at the posts.',
  'card.net-plane.look.end':
    'Here the path ends, in the plane: both are {truth}. After {updates} updates the true loss was {early}, the landscape at the shadow {under}. A plane shows what is around the net it goes through.',
  'card.net-wide.title': 'Why do wide nets look smooth?',
  'card.net-wide.ask':
    'Nets of widths 3 to 64 learn the same two moons. Around each, what becomes of the share of the landscape that bends downwards as the nets grow wider?',
  'card.net-wide.answer.smoother': 'It falls: smoother.',
  'card.net-wide.answer.same': 'It stays.',
  'card.net-wide.answer.rougher': 'It grows: rougher.',
  'card.net-wide.look':
    'At width {least} {narrow} % of it, at width {most} {wide} % (loss {loss} in the end). Around a wide net it is more like a bowl.',
  'card.net-wall.title': 'Is there a wall between two good nets?',
  'card.net-wall.ask':
    'Two nets learned the same set, two moons, from different starts, both to a loss near 0. What becomes of the loss as their weights are mixed, along the straight line between them?',
  'card.net-wall.answer.low': 'It stays low.',
  'card.net-wall.answer.closed': 'There is a wall, and no way round.',
  'card.net-wall.answer.round': 'There is a wall, and a way round it.',
  'card.net-wall.look':
    'Losses of {first} and {second} at the ends. Straight on it climbs to {line}; along a quadratic Bézier curve found by training it never exceeds {curve}.',
  'card.net-noise.title': 'What does batch size do to the path?',
  'card.net-noise.ask':
    'Make the batch 100 times larger: by how much does the variance of the gradient’s noise (squared distance from the gradient of all samples) shrink?',
  'card.net-noise.answer.ten': 'About 10 times.',
  'card.net-noise.answer.hundred': 'About 100 times.',
  'card.net-noise.answer.none': 'Hardly at all.',
  'card.net-noise.look':
    'Slope {slope} on log–log axes: {ratio} times less. Angle to the full gradient: {one}° with one sample, {hundred}° with a hundred. The directions of the batches draw together into a narrower cone, at 100 times the work.',
  'card.net-accuracy.title': 'Accuracy or loss?',
  'card.net-accuracy.ask':
    'One weight of the output layer goes back and forth. Of accuracy and loss, which could be improved by following its slope?',
  'card.net-accuracy.answer.both': 'Both.',
  'card.net-accuracy.answer.loss': 'The loss alone.',
  'card.net-accuracy.answer.accuracy': 'The accuracy alone.',
  'card.net-accuracy.look':
    'The accuracy of {samples} samples is a staircase: over {flat} % of the steps tried it does not move, the loss over {still} %. Where nothing slopes there is no way down.',
  'card.net-losses.title': 'Squared error or cross entropy?',
  'card.net-losses.ask':
    'One plane under two losses. High up, where the net is wrong for certain, which of them still slopes?',
  'card.net-losses.answer.cross': 'Cross entropy.',
  'card.net-losses.answer.squared': 'Squared error.',
  'card.net-losses.answer.both': 'Both alike.',
  'card.net-losses.look':
    'The highest tenth is {cross} times as steep as the average under cross entropy, {squared} times under squared error. The surer the mistake, the flatter the squared error.',
  'card.net-edge.title': 'What happens at lr = 2/\u2060λmax?',
  'card.net-edge.ask':
    'Full-batch gradient descent endures curvatures up to 2/η. As training goes on, what becomes of the largest curvature λmax along its path?',
  'card.net-edge.answer.falls': 'It falls.',
  'card.net-edge.answer.grows': 'It grows beyond the limit.',
  'card.net-edge.answer.hovers': 'It rises to 2/η and stays there.',
  'card.net-edge.look.start': 'At the start λmax is {lambda}; the limit 2/η is {limit}.',
  'card.net-edge.look':
    'Now λmax is {lambda}, the limit 2/η {limit}. The path climbs into sharper valleys and is pushed back at the limit (the edge of stability), while the loss goes on falling.',
  'card.net-newton.title': 'Why no Gauss–Newton?',
  'card.net-newton.ask':
    'A net of 46 weights, 40 steps of Levenberg–Marquardt and 40 of Adam. Why does nobody use the former on large nets?',
  'card.net-newton.answer.slower': 'It gains less a step.',
  'card.net-newton.answer.memory': 'It gains more, but its matrix is too large.',
  'card.net-newton.answer.worse': 'Adam gets lower.',
  'card.net-newton.look':
    'With {weights} weights it is at {lm} after {steps} steps, Adam at {adam}. But JᵀJ grows with their square: 100,000 weights are {gigabytes} GB in float32, 500,000 are {largest} GB.',
  'card.net-backprop.title': 'Backprop or numerical gradient?',
  'card.net-backprop.ask':
    'The gradient of this net in two ways. The numbers agree; how much longer do central differences take?',
  'card.net-backprop.answer.same': 'About as long.',
  'card.net-backprop.answer.ten': 'Some ten times.',
  'card.net-backprop.answer.hundred': 'More than 50 times.',
  'card.net-backprop.look':
    '{size} weights: backpropagation {backward} ms, central differences {numerical} ms ({ratio} times, on this machine). They differ by {apart}.',
  'net.study': 'Experiment',
  'net.study.veiled': 'The experiment’s picture is shown here once you have predicted.',
  'net.study.running': 'The experiment is running…',
  'net.study.wide.x': 'width',
  'net.study.wide.y': 'share that bends downwards (%)',
  'net.study.wall.x': 'from one net to the other',
  'net.study.wall.y': 'loss (log)',
  'net.study.noise.x': 'batch (log)',
  'net.study.noise.y': 'variance (log)',
  'net.study.accuracy.x': 'the weight',
  'net.study.accuracy.y': 'loss and accuracy',
  'net.study.newton.x': 'step',
  'net.study.newton.y': 'loss (log)',
  'net.study.backprop.x': 'number of the weight',
  'net.study.backprop.y': 'gradient',
  'net.study.line.bent': 'bends downwards',
  'net.study.line.line': 'straight',
  'net.study.line.curve': 'curve',
  'net.study.line.variance': 'variance of the gradient',
  'net.study.line.loss': 'loss',
  'net.study.line.accuracy': 'accuracy',
  'net.study.line.lm': 'Levenberg–Marquardt',
  'net.study.line.adam': 'Adam',
  'net.study.line.backprop': 'backpropagation',
  'net.study.line.numerical': 'central differences',
} as const satisfies Readonly<Record<keyof typeof cardsJa, string>>;
