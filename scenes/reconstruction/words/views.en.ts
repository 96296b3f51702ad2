/** Words of the views `losses`, `kin` and `many`, and of the cards. */
export const viewsEn = {
  'rec.losses.title': 'Two losses, two mean shapes',
  'rec.losses.canvas': 'The mean shape under two losses: Chamfer on the left, EMD on the right',
  'rec.losses.chamfer': 'Chamfer',
  'rec.losses.emd': 'EMD',
  'rec.losses.chamfer.way': 'threads: to the nearest point, both ways',
  'rec.losses.emd.way': 'threads: one to one, each point its own partner',
  'rec.losses.figure.ring': 'deviation from a circle',
  'rec.losses.figure.ring.what':
    'Standard deviation of the distances from the centre, relative to their mean: 0 % is a perfect circle.',
  'rec.losses.figure.bar': 'points on a bar',
  'rec.losses.figure.bar.what': 'Share of the points that lie on one of the two bars.',
  'rec.losses.loss': 'loss',
  'rec.losses.loss.chamfer.what':
    'Mean squared distance to the nearest point, both ways added, on the shapes of this step.',
  'rec.losses.loss.emd.what':
    'Mean distance to the partner in the best one-to-one assignment, on the shapes of this step.',
  'rec.losses.waiting': 'Finding the mean shapes…',
  'rec.losses.failed': 'The mean shapes could not be found ({reason}).',
  'rec.losses.panel': 'The paper’s toy problem',
  'rec.toy': 'Shape to guess',
  'rec.toy.ring': 'Ring',
  'rec.toy.bar': 'Bar',
  'rec.toy.ring.what': 'Each time the ring has a radius between 0.2 and 1, and nothing tells which.',
  'rec.toy.bar.what': 'Each time the bar is on the left or on the right, and nothing tells which.',
  'rec.losses.rule': 'Update rule',
  'rec.meanPoints': 'Points',
  'rec.meanSeed': 'Seed',
  'rec.meanSeed.next': 'Next seed',
  'rec.meanSeed.what': 'Other starting points, other shapes at each step',
  'rec.losses.axis': 'loss (100 % at the start)',
  'rec.losses.chart': 'Both losses by step.',
  'rec.losses.step': 'step {step}',
  'rec.losses.say.start':
    'Starting from random points, each step pulls them by threads towards a different shape. Which points are close to all of them on average?',
  'rec.losses.say.ring': 'Deviation from a circle now: {chamfer} under Chamfer, {emd} under EMD.',
  'rec.losses.say.ring.end':
    'Under EMD the mean became one ring of medium size (deviation {emd}); under Chamfer it is a splash that is a little close to every ring ({chamfer}).',
  'rec.losses.say.bar': '{chamfer} of the points are on a bar under Chamfer now, {emd} under EMD.',
  'rec.losses.say.bar.end':
    'Chamfer keeps {chamfer} of its points where a bar can be, the rest halfway. EMD pulls each point left and right in turn, so all hang in between ({emd} on a bar).',
  'rec.losses.summary': 'Mean shapes: {toy}.',
  'rec.losses.summary.ring':
    'Step {step} of {steps}: deviation from a circle {chamfer} under Chamfer, {emd} under EMD.',
  'rec.losses.summary.bar': 'Step {step} of {steps}: {chamfer} of the points on a bar under Chamfer, {emd} under EMD.',
  'rec.kin.title': 'Which shapes are alike?',
  'rec.kin.canvas': 'A map of the feature space; each mark is a shape',
  'rec.kin.pane': 'Map of the feature space',
  'rec.kin.way': '512 features along their three principal axes',
  'rec.kin.shapes': 'shapes',
  'rec.kin.waiting': 'Fetching the map…',
  'rec.kin.failed': 'The map could not be loaded ({reason}).',
  'rec.kin.failed.own': 'Shapes similar to this picture could not be found ({reason}).',
  'rec.kin.you': 'this picture',
  'rec.kin.shape': '{category} {seed}',
  'rec.kin.show': 'Show {category} {seed}',
  'rec.kin.list': 'Nearest to this picture',
  'rec.kin.feature': 'by feature',
  'rec.kin.chamfer': 'by Chamfer',
  'rec.kin.feature.what': 'By the encoder’s 512 features: what the network sees as the same kind of thing comes first.',
  'rec.kin.chamfer.what':
    'Chamfer distance (×10³) between the network’s answer and each shape’s points, as each is seen.',
  'rec.kin.comparing': 'Comparing the clouds… {part} %',
  'rec.kin.note': 'Click a mark to show that shape.',
  'rec.kin.say.waiting':
    'The network’s middle layer holds features of shape; in them, similar things lie close together.',
  'rec.kin.say.same':
    '{same} of the {count} nearest are of the same kind ({category}): the middle layer has learned a measure of likeness that nobody taught it.',
  'rec.kin.say.other':
    'To the network, {nearest} is the most similar: not a {category}, but the closest thing to one that it knows. Of the {count} nearest, {same} are of the same kind.',
  'rec.kin.say.own':
    'To the network, {nearest} is the most similar. It may not be the same thing, but it could stand in for it: similar shapes lie together.',
  'rec.kin.say.agree': 'Features and Chamfer distance share {both} of their {count} nearest.',
  'rec.kin.summary': 'A map of the feature space with {count} shapes.',
  'rec.kin.summary.near': 'Nearest to the picture by its features: {nearest}.',
  'rec.many.title': 'One picture, many answers',
  'rec.many.canvas': '{count} answers to one picture, side by side',
  'rec.many.pane': '{count} answers',
  'rec.many.one': 'answer {step} of {count}',
  'rec.many.way.sample': 'colour: which answer a point belongs to ({hues} hues in turn)',
  'rec.many.way.spread': 'colour: how far apart the answers are',
  'rec.many.spread': 'spread',
  'rec.many.spread.what':
    'Mean distance from a point to the nearest one of each other answer; the object’s longest edge is 100 %.',
  'rec.many.bar': 'Distance to the other answers (% of the longest edge)',
  'rec.many.panel': 'Ask several times',
  'rec.samples': 'Answers',
  'rec.manyColour': 'Colour shows',
  'rec.manyColour.sample': 'which answer',
  'rec.manyColour.spread': 'how far apart',
  'rec.sampleSeed': 'Seed',
  'rec.sampleSeed.next': 'Next seed',
  'rec.sampleSeed.what': 'Different noise',
  'rec.many.note':
    'Different noise (16 numbers) gives a different answer. In training only the best of several answers counted (min-of-N).',
  'rec.many.waiting': 'Asking…',
  'rec.many.failed': 'The answers could not be computed ({reason}).',
  'rec.many.say.one': 'Only one answer. Ask for more to see what the picture settles and what it leaves open.',
  'rec.many.say.measuring': 'Measuring how far apart the {count} answers are…',
  'rec.many.say':
    'The {count} answers differ most {most} (by {high} of the longest edge) and agree best {least} ({low}): they spread where the picture leaves things open.',
  'rec.many.say.even':
    'The {count} answers differ about equally everywhere: by {low} of the longest edge {least}, by {high} {most}.',
  'rec.many.side.left': 'on the left',
  'rec.many.side.right': 'on the right',
  'rec.many.side.bottom': 'at the bottom',
  'rec.many.side.top': 'at the top',
  'rec.many.side.back': 'at the back',
  'rec.many.side.front': 'at the front',
  'rec.many.summary': '{count} answers to one picture.',
  'card.rec-what.title': 'What is a point set network?',
  'card.rec-what.ask':
    'One picture in, 1,024 points out. Now reverse the order of the points: what happens to their Chamfer distance to the true shape?',
  'card.rec-what.answer.larger': 'It grows.',
  'card.rec-what.answer.smaller': 'It shrinks.',
  'card.rec-what.answer.same': 'It stays the same.',
  'card.rec-what.look.start':
    'The {points} points still lie on the picture’s plane. Play, and each flies to its place.',
  'card.rec-what.look':
    'In the original order {chamfer}, reversed {shuffled} (×10³): a set has no order, and its loss sees none. The F-score of the {points} points is {fScore}; two samples of the truth itself reach {floor}.',
  'card.rec-loss.title': 'Chamfer or EMD?',
  'card.rec-loss.ask':
    'A ring whose size nobody knows. Gradients look for the points that are close to all such rings on average. Under which loss do they form one clean ring?',
  'card.rec-loss.answer.chamfer': 'Chamfer alone.',
  'card.rec-loss.answer.emd': 'EMD alone.',
  'card.rec-loss.answer.both': 'Both.',
  'card.rec-loss.look.start':
    'Both start from the same random points (deviation from a circle {chamfer} % and {emd} %).',
  'card.rec-loss.look':
    'Deviation from a circle: {chamfer} % under Chamfer, {emd} % under EMD. EMD’s threads give every point a partner of its own, so none may idle; Chamfer’s pull only what is near, so a splash costs less than one clean ring.',
  'card.rec-lookup.title': 'Is it more than a look-up?',
  'card.rec-lookup.ask':
    'One could also simply answer with the one of 40,000 training shapes whose outline is most similar. Which is nearer to the true shape here?',
  'card.rec-lookup.answer.lookup': 'The look-up.',
  'card.rec-lookup.answer.network': 'The network.',
  'card.rec-lookup.answer.same': 'About the same.',
  'card.rec-lookup.look.start':
    'Network, true shape and look-up, side by side. Two samples of the true shape alone are {floor} apart (Chamfer ×10³).',
  'card.rec-lookup.look':
    'Chamfer distance to the true shape: network {network}, look-up {lookup}, two samples of it {floor} (×10³). One picture proves little: the table in docs/reconstruction always shows all three.',
  'card.rec-back.title': 'Why does the back look vague?',
  'card.rec-back.ask':
    'A picture shows only the front. Which of the true shape’s points is the answer farther from: the visible ones or the hidden ones?',
  'card.rec-back.answer.seen': 'The visible ones.',
  'card.rec-back.answer.hidden': 'The hidden ones.',
  'card.rec-back.answer.same': 'About the same.',
  'card.rec-back.look.start':
    '{hidden} % of the true shape’s points are hidden behind something: the picture does not show them.',
  'card.rec-back.look':
    'The answer is {seenOff} % of the longest edge away from the visible points, {hiddenOff} % from the hidden ones ({hidden} % of all). Where many backs fit the picture, the middle between them costs least. Where the visible side settles the other, by symmetry for example, the back is just as good; on average over 100 unseen shapes the hidden side was no farther off than the visible side (0.91 times as far). Try another shape.',
  'rec.older': 'Still the answer before',
} as const satisfies Readonly<Record<string, string>>;
