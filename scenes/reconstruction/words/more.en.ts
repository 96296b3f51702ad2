/** Words of the reconstruction scene, fetched with it. */
export const moreEn = {
  'rec.more.seed': 'Seed',
  'rec.more.seed.next': 'Next seed',
  'rec.losses.title': 'Two losses, two means',
  'rec.losses.canvas': 'The mean shape under two losses: Chamfer at the left, EMD at the right',
  'rec.losses.chamfer': 'Chamfer',
  'rec.losses.emd': 'EMD',
  'rec.losses.chamfer.way': 'threads: to the nearest point, both ways',
  'rec.losses.emd.way': 'threads: to each point its own partner',
  'rec.losses.figure.ring': 'strays from a circle',
  'rec.losses.figure.ring.what':
    'Standard deviation of the distances from the middle, in their mean: 0 % is one circle.',
  'rec.losses.figure.bar': 'points on a bar',
  'rec.losses.figure.bar.what': 'Share of the points that lie on one of the two bars.',
  'rec.losses.loss': 'loss',
  'rec.losses.loss.chamfer.what':
    'Mean squared distance to the nearest point, both ways added, on the shapes of this step.',
  'rec.losses.loss.emd.what':
    'Mean distance to the partner in the best one-to-one assignment, on the shapes of this step.',
  'rec.losses.waiting': 'Finding the mean shapes…',
  'rec.losses.failed': 'The mean shapes could not be found ({reason}).',
  'rec.losses.panel': 'The paper’s toy',
  'rec.losses.toy': 'Shape to guess',
  'rec.losses.toy.ring': 'Ring',
  'rec.losses.toy.bar': 'Bar',
  'rec.losses.toy.ring.what': 'Each time the ring has a radius between 0.2 and 1; nothing in sight says which.',
  'rec.losses.toy.bar.what': 'Each time the bar stands at the left or at the right; nothing in sight says where.',
  'rec.losses.rule': 'Update rule',
  'rec.losses.points': 'Points',
  'rec.losses.seed.what': 'Other starting points, other shapes at each step',
  'rec.losses.axis': 'loss, its start being 100 %',
  'rec.losses.chart': 'Both losses by step.',
  'rec.losses.step': 'step {step}',
  'rec.losses.say.start':
    'From points strewn at random, each step pulls by threads to another shape. Which points are near to all of them on average?',
  'rec.losses.say.ring': 'Off one circle by {chamfer} under Chamfer now, by {emd} under EMD.',
  'rec.losses.say.ring.end':
    'Under EMD the mean became one ring of middling size (off by {emd}); under Chamfer it is a splash that is a little near to every ring (off by {chamfer}).',
  'rec.losses.say.bar': '{chamfer} of the points are on a bar under Chamfer now, {emd} under EMD.',
  'rec.losses.say.bar.end':
    'Chamfer keeps {chamfer} of its points where a bar can be, the rest halfway. EMD pulls each point left and right in turn: all hang between ({emd} on a bar).',
  'rec.losses.summary': 'Mean shapes: {toy}.',
  'rec.losses.summary.ring': 'Step {step} of {steps}: off one circle by {chamfer} under Chamfer, {emd} under EMD.',
  'rec.losses.summary.bar': 'Step {step} of {steps}: {chamfer} of the points on a bar under Chamfer, {emd} under EMD.',
  'rec.kin.title': 'Which shapes are kin?',
  'rec.kin.canvas': 'A map of the feature space; each mark is a shape',
  'rec.kin.pane': 'Map of the feature space',
  'rec.kin.way': '512 features along their three widest axes',
  'rec.kin.shapes': 'shapes',
  'rec.kin.waiting': 'Fetching the map…',
  'rec.kin.failed': 'The map cannot be had ({reason}).',
  'rec.kin.failed.own': 'The kin of this picture cannot be found ({reason}).',
  'rec.kin.you': 'this picture',
  'rec.kin.shape': '{category} {seed}',
  'rec.kin.show': 'Show {category} {seed}',
  'rec.kin.list': 'Nearest to this picture',
  'rec.kin.feature': 'by feature',
  'rec.kin.chamfer': 'by Chamfer',
  'rec.kin.feature.what':
    'By the encoder’s 512 features: what the network takes for the same kind of thing comes first.',
  'rec.kin.chamfer.what':
    'Chamfer distance (×10³) between the network’s answer and each shape’s points, as each is seen.',
  'rec.kin.comparing': 'Comparing the clouds… {part} %',
  'rec.kin.note': 'Press a mark to show that shape.',
  'rec.kin.say.waiting': 'In the middle of the network stands a model of shape: by its features, like lies near like.',
  'rec.kin.say.same':
    '{same} of the {count} nearest are of its own kind ({category}): the middle layer has a measure of likeness that nobody taught it.',
  'rec.kin.say.other':
    'To the network {nearest} is the thing most like it: no {category}, but of all it knows the one to serve as one. Of the {count} nearest, {same} are of its kind.',
  'rec.kin.say.own':
    'To the network {nearest} is the thing most like it. No cup, perhaps, but it could serve as one: like shapes lie together.',
  'rec.kin.say.agree': 'Features and Chamfer agree on {both} of their {count} nearest.',
  'rec.kin.summary': 'A map of the feature space with {count} shapes.',
  'rec.kin.summary.near': 'Nearest to the picture by its features: {nearest}.',
  'rec.many.title': 'One picture, many answers',
  'rec.many.canvas': '{count} answers to one picture, laid over one another',
  'rec.many.pane': '{count} answers',
  'rec.many.one': 'answer {step} of {count}',
  'rec.many.way.sample': 'colour: which answer a point is of ({hues} hues in turn)',
  'rec.many.way.spread': 'colour: how far the answers part',
  'rec.many.spread': 'part by',
  'rec.many.spread.what':
    'Mean distance from a point to the nearest one of each other answer; the object’s longest edge is 100 %.',
  'rec.many.bar': 'Distance to the other answers (% of the longest edge)',
  'rec.many.panel': 'Ask many times',
  'rec.many.samples': 'Answers',
  'rec.many.colour': 'Colour says',
  'rec.many.colour.sample': 'which answer',
  'rec.many.colour.spread': 'how far apart',
  'rec.many.seed.what': 'Other noise',
  'rec.many.note':
    'Other noise (16 numbers), another answer. In training only the best of several answers counted (min-of-N).',
  'rec.many.waiting': 'Asking…',
  'rec.many.failed': 'The answers cannot be had ({reason}).',
  'rec.many.say.one': 'One answer only. Ask for more, and you see what the picture settles and what it leaves open.',
  'rec.many.say.measuring': 'Measuring how far the {count} answers part…',
  'rec.many.say':
    'The {count} answers part most {most} (by {high} of the longest edge) and agree best {least} ({low}): what the picture leaves open is where they spread.',
  'rec.many.say.even':
    'The {count} answers part about equally everywhere: by {low} of the longest edge {least}, by {high} {most}.',
  'rec.many.side.left': 'at the left',
  'rec.many.side.right': 'at the right',
  'rec.many.side.bottom': 'at the bottom',
  'rec.many.side.top': 'at the top',
  'rec.many.side.back': 'at the back',
  'rec.many.side.front': 'in front',
  'rec.many.summary': '{count} answers to one picture.',
  'card.rec-what.title': 'What is a point set network?',
  'card.rec-what.ask':
    'One picture in, 1,024 points out. Now put the points in the opposite order: what becomes of their Chamfer distance to the true shape?',
  'card.rec-what.answer.larger': 'It grows.',
  'card.rec-what.answer.smaller': 'It shrinks.',
  'card.rec-what.answer.same': 'It stays the same.',
  'card.rec-what.look.start':
    'The {points} points still lie on the picture’s plane. Play, and each flies to its place.',
  'card.rec-what.look':
    'As they come {chamfer}, in the opposite order {shuffled} (×10³): a set has no order, and its loss sees none. The F-score of the {points} points is {fScore}; two samples of the truth itself reach {floor}.',
  'card.rec-loss.title': 'Chamfer or EMD?',
  'card.rec-loss.ask':
    'A ring whose size nobody knows. Gradients look for the points that are near to all such rings on average. Under which loss do they form one clean ring?',
  'card.rec-loss.answer.chamfer': 'Chamfer alone.',
  'card.rec-loss.answer.emd': 'EMD alone.',
  'card.rec-loss.answer.both': 'Both.',
  'card.rec-loss.look.start': 'Both start from the same strewn points (off one circle by {chamfer} % and {emd} %).',
  'card.rec-loss.look':
    'Off one circle by {chamfer} % under Chamfer, by {emd} % under EMD. EMD’s threads give every point a partner of its own, so none may idle; Chamfer’s pull only what is near, so a splash costs it less than one clean ring.',
  'card.rec-lookup.title': 'Is it more than a look-up?',
  'card.rec-lookup.ask':
    'One could also answer with the one of 40,000 training shapes whose outline is most alike. Which is nearer to the true shape here?',
  'card.rec-lookup.answer.lookup': 'The look-up.',
  'card.rec-lookup.answer.network': 'The network.',
  'card.rec-lookup.answer.same': 'About the same.',
  'card.rec-lookup.look.start':
    'Network, true shape and look-up, side by side. Two samples of the true shape alone are {floor} apart (Chamfer ×10³).',
  'card.rec-lookup.look':
    'Chamfer distance to the true shape: network {network}, look-up {lookup}, two samples of it {floor} (×10³). One picture proves little: the table in docs/reconstruction always has all three.',
  'card.rec-back.title': 'Why does the back look vague?',
  'card.rec-back.ask':
    'A picture shows the front alone. From which of the true shape’s points is the answer farther: from those in sight or from those that are hidden?',
  'card.rec-back.answer.seen': 'Those in sight.',
  'card.rec-back.answer.hidden': 'The hidden ones.',
  'card.rec-back.answer.same': 'About the same.',
  'card.rec-back.look.start':
    'Something stands before {hidden} % of the true shape’s points: the picture does not show them.',
  'card.rec-back.look':
    'The answer is {seenOff} % of the longest edge away from points in sight, {hiddenOff} % from the hidden ones ({hidden} % of all). Where many backs fit the picture, the middle between them costs least. Where the side in sight settles the other, by symmetry say, the back is as good; on average over 100 unseen shapes the hidden side was no farther off than the side in sight (0.91 times as far). Try another shape.',
} as const satisfies Readonly<Record<string, string>>;
