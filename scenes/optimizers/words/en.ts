import type { ja } from './ja.ts';

/** English words of the optimizer scene. The same keys as ja.ts; `{name}` is filled in. */
export const en = {
  // The whole page
  'app.tagline': 'Gradient descent you can hold in your hand',

  // What to look at
  'say.title.zigzag': 'Why does {optimizer} zigzag?',
  'say.title.heading': 'Is {optimizer} heading for the minimum?',
  'say.title.gone': 'Why does {optimizer} fly off?',
  'say.title.descent': 'How far down does {optimizer} go?',
  'say.none': 'Switch on an optimizer in the panel, and its path starts here.',
  'say.title.heat': 'Which values suit {optimizer}?',
  'say.title.tune': 'Tuned alike, which gets lowest?',
  'say.valley': 'The valley is steep along {steep} and gentle along {gentle}.',
  'say.angle': '−∇f misses the minimum by {angle} now.',
  'say.angle.straight': '−∇f points almost straight at the minimum now (off by {angle}).',
  'say.across': 'The next step is long enough to jump across the valley floor: {axis} = {from} → {to}.',
  'say.across.plain': 'The step, η × gradient, is long enough to jump across the valley floor: {axis} = {from} → {to}.',
  'say.across.last': 'The last step jumped across the valley floor: {axis} = {from} → {to}.',
  'say.growing': 'Each jump is {factor} times as long as the one before: η = {lr} is too large here.',
  'say.rising': '{optimizer}’s last step went uphill, f = {before} → {f}.',
  'say.angle.step':
    'Measured against the direction to the minimum, −∇f is off by {angle} and the next step of {optimizer} by {stepAngle}.',
  'say.arrived': '{optimizer} is right at the minimum, {distance} away.',
  'say.value': 'This surface has no lowest point. {optimizer} is now at f = {f}, where the slope is {slope}.',
  'say.still': '{optimizer} has come to rest where the gradient is almost zero (f = {f}).',
  'say.stopped': '{optimizer} diverged at update {step}; its path ends here. What does a smaller learning rate do?',
  'say.stopped.rateless': '{optimizer} diverged at update {step}; its path ends here.',
  'say.singular':
    '{optimizer} is stuck at step {step}: its matrix is singular there, so that no one step is the answer.',
  'say.least':
    '{optimizer} steps by how far f is above its least value. Of this surface nobody knows it, so it stays where it is.',
  'say.residuals': '{optimizer} is for sums of squares. This surface is not written as one, so it stays where it is.',
  'say.lowest': 'Lowest now: {optimizer}, f − f_min = {f}.',
  'say.first': 'First to get below f − f_min = {level}: {optimizer}, at update {step}.',
  'say.first.none': 'None has got below f − f_min = {level} yet.',
  'say.all': 'all equal',

  // Events
  'event.label': 'What happened',
  'event.rim': '{optimizer}: over the rim at update {step} (f\u00a0=\u00a0{f})',
  'event.left': '{optimizer}: left the map at update {step}',
  'event.diverged': '{optimizer}: diverged at update {step}',
  'event.singular': '{optimizer}: no step from {step}, its matrix is singular',
  'event.least': '{optimizer}: the least value of this surface is not known',
  'event.residuals': '{optimizer}: this surface is no sum of squares',
  'event.show': 'Show update {step}',

  // Views
  'view.label': 'View',
  'view.relief': 'Relief',
  'view.book': 'As in the book',
  'view.overlay': 'Overlay',
  'view.heat': 'Map',
  'view.tune': 'Tuning',

  // Panel
  'panel.height.linear': 'linear',
  'panel.height.log': 'log',
  'panel.noiseSeed': 'Noise seed',
  'panel.noiseSeed.next': 'Next seed',
  'panel.noiseSeed.what': 'Runs with other noise',
  'panel.inject': 'One wrong gradient',
  'panel.lrChange': 'Change η on the way',
  'panel.plan': 'Plan below',
  'panel.swarm': 'Swarm of starts',
  'panel.labels': 'Labels',
  'panel.arrows': 'Update as arrows',
  'panel.quadratic': 'Quadratic model as glass',
  'quadratic.bowl': 'bottom of the quadratic model',
  'quadratic.dome': 'top of the quadratic model',
  'quadratic.saddle': 'quadratic model: a saddle',
  'quadratic.trough': 'quadratic model: a trough',
  'quadratic.eigen': 'curvature {value}',
  'panel.field': 'Gradient field',
  'semantics.book': 'Book',
  'semantics.torch': 'PyTorch',
  'semantics.paper': 'Paper',
  'semantics.own': 'Own',

  // Names of parameters
  'param.momentum': 'Momentum',
  'param.alpha': 'Decay of the mean square',
  'param.rho': 'Decay of the averages',
  'param.beta1': 'Decay of the 1st moment',
  'param.beta2': 'Decay of the 2nd moment',
  'param.beta3': 'Decay of the mean square',
  'param.eps': 'Guard against division by 0',
  'param.r_eps': 'First distance, relative',
  'param.d0': 'First guess of the distance',
  'param.beta': 'Nearness to the mean',
  'param.radius': 'Radius of the ascent',
  'param.weight_decay': 'Weight decay',
  'param.momentum_decay': 'Momentum warm-up',
  'param.floor': 'Least curvature',
  'param.armijo': 'Sufficient decrease',
  'param.damping': 'Damping at first',
  'param.factor': 'Damping × or ÷',
  'param.history': 'Steps remembered',
  'param.anisotropy': 'Stretch of the valley',
  'param.steps': 'Updates',
  'param.injectStep': 'At update',
  'param.injectX': 'Added to ∂f/∂x',
  'param.injectY': 'Added to ∂f/∂y',
  'param.lrChangeStep': 'From update',
  'param.lrChangeFactor': 'Multiply η by',
  'param.exaggeration': 'Height scale',
  'param.cut': 'Cut level',
  'param.swarmCount': 'Starts',

  // Keys
  'key.solo': 'Show only the selected optimizer, or all again',

  // Compute badge
  'badge.idle': 'all numbers in float64',
  'badge.float64': 'float64 (fallback)',

  // The scene in words
  'summary.scene': '{surface}, {view}. Start ({x}, {y}).',
  'summary.step': 'Update {step} of {steps}.',
  'summary.run': '{optimizer} at ({x}, {y}), loss {f}.',
  'summary.run.stopped': '{optimizer} diverged at update {step}.',
  'summary.none': 'No optimizer is switched on.',

  // When something fails
  'webgl.title': 'No WebGL2 here, so the 3D view cannot be drawn',
  'webgl.lost.title': 'The 3D view stopped',
  'webgl.why': 'WebGL2 is switched off or not supported by this browser or device.',
  'webgl.lost.why': 'The GPU’s drawing context was lost and did not come back.',
  'webgl.what': 'What you can try',
  'webgl.do.reload': 'Reload the page.',
  'webgl.do.acceleration': 'Switch on “hardware acceleration” in the browser’s settings.',
  'webgl.do.driver': 'Update the GPU driver and the browser.',
  'webgl.do.check': 'Check the state of WebGL2 at chrome://gpu or about:support.',
  'webgl.still': 'The loss chart, the data table, the book’s figure and every number still work.',
  'webgl.book': 'See the book’s figure',
  'webgl.reload': 'Reload',

  // Flat drawings, chart, data table
  'chart.floor.minima': 'f_min = {f} (the known minimum)',
  'chart.floor.samples': 'f_min = {f} (the smallest f on a grid and on the paths)',
  // The relief
  'panel.near': 'Only where they end',
  'scene.canvas':
    'Relief of {surface}. The summary and the data table hold its numbers. Shift + arrow keys orbit, Page Up and Page Down zoom.',
  'scene.start': 'Start ({x}, {y})',
  'scene.guess': 'Your mark',
  'scene.swarm': '{count} starts, {optimizer}',
  'scene.cut': 'surface cut at f = {f}',
  'scene.cut.raised': 'surface cut raised from f = {from} to {f}',
  'scene.log': 'height is log(f − f_min)',
  'arrow.gradient': '−η∇f',
  'arrow.memory': '−η{symbol} (memory)',
  'arrow.memory.baked': '{symbol} (memory)',
  'arrow.step': 'next step',
  'arrow.step.last': 'last step',
  'arrow.angle': 'off by {angle}',
  'scene.rim': '{optimizer} over the rim at update {step} (f = {f})',
  'scene.left': '{optimizer} left the map at update {step}',

  // For the lecture hall, and to take away
  'present.solo': '{optimizer} only',
  'present.all': 'All again',
  // Your own surface
  'say.value.own': '{optimizer} is now at f = {f}, where the slope is {slope}.',

  // What is my machine doing?
  'machine.title': 'What is my machine doing?',

  // The rule and its numbers
  'rule.label': 'Update rule',
  'rule.title': '{optimizer}: the rule ({semantics})',
  'rule.next': 'The next update, {from} → {to}.',
  'rule.last': 'The last update, {from} → {to}.',
  // Question cards. The words in <sgd>…</sgd> light up together with what they name
  'card.mark.right':
    'Well predicted. {optimizer} is at ({x}, {y}), {distance} from your mark: {share} % of the length of its path.',
  'card.mark.wrong':
    'Not quite. {optimizer} is at ({x}, {y}), {distance} from your mark: {share} % of the length of its path. Up to {near} % counts as right.',
  'card.zigzag.title': 'Why does SGD zigzag?',
  'card.zigzag.ask':
    'The valley floor is y = 0. With learning rate 0.95, what does y of <sgd>SGD</sgd> do at each update?',
  'card.zigzag.answer.same-side': 'y stays positive and shrinks towards 0.',
  'card.zigzag.answer.flips': 'y changes its sign every time.',
  'card.zigzag.answer.now-and-then': 'y changes its sign now and then.',
  'card.zigzag.look':
    'On the <steep>steep wall</steep> nearly all of the <g>gradient</g> points along y, so each step leaps across the valley. y = {y} now. −∇f misses the direction to the minimum by <angle>{angle}</angle>.',
  'card.zigzag.look.plain': 'y = {y} now. −∇f misses the direction to the minimum by <angle>{angle}</angle>.',
  'card.momentum.title': 'What does momentum add?',
  'card.momentum.ask':
    'At update 10, how far along x does <momentum>Momentum</momentum> go, compared with the <g>gradient</g> alone (−η∂f/∂x)?',
  'card.momentum.answer.as-long': 'About equally far.',
  'card.momentum.answer.longer': 'Much farther.',
  'card.momentum.answer.shorter': 'Not as far.',
  'card.momentum.look.start': 'The <v>velocity v</v> is still 0: the first step is all <g>gradient</g>.',
  'card.momentum.look':
    'The <v>velocity v</v> sums up past gradients: along x this update went {gain} times as far as the gradient alone would. Along y they cancel: it has crossed the valley {crossings} times so far, <sgd>SGD</sgd> {sgd} times.',
  'card.momentum.look.against':
    'The <v>velocity v</v> sums up past gradients: along x this update went on against the <g>gradient</g>, {gain} times as far as the gradient alone would go the other way. Along y they cancel: it has crossed the valley {crossings} times so far, <sgd>SGD</sgd> {sgd} times.',
  'card.momentum.look.plain':
    'Along x this update was {gain} times −η∂f/∂x, what the <g>gradient</g> alone would do. So far y has changed sign {crossings} times, with <sgd>SGD</sgd> {sgd} times.',
  'card.adagrad.title': 'Does AdaGrad brake forever?',
  'card.adagrad.ask':
    'Update 8 sees one wrong, large gradient. By update 60, whose η/√h, the size of its updates, is back to at least half of what it was?',
  'card.adagrad.answer.both': 'Both.',
  'card.adagrad.answer.only-rmsprop': 'Only RMSProp’s.',
  'card.adagrad.answer.neither': 'Neither.',
  'card.adagrad.look.before':
    '<adagrad>AdaGrad</adagrad> and <rmsprop>RMSProp</rmsprop> go side by side. Watch update {step}.',
  'card.adagrad.look':
    'η/√h along x, compared with what it was before the wrong gradient: <adagrad>AdaGrad</adagrad> {adagrad} %, <rmsprop>RMSProp</rmsprop> {rmsprop} %. AdaGrad’s h only ever grows; it forgets nothing.',
  'card.adam.title': 'Why does Adam overshoot here?',
  'card.adam.ask': 'At update 8 <adam>Adam</adam> crosses the valley floor y = 0. What does it do along y after that?',
  'card.adam.answer.turns': 'It turns back at once.',
  'card.adam.answer.goes-on': 'It goes on for several updates.',
  'card.adam.answer.stops': 'It stops on the floor.',
  'card.adam.look':
    'Along y the averaged gradient <m>m</m> = {m} and the <g>gradient</g> = {g} now have the same sign: <adam>Adam</adam> is going downhill.',
  'card.adam.look.against':
    'Along y the <g>gradient</g> has turned to {g}, but the averaged one, <m>m</m>, is still {m}. <adam>Adam</adam> follows m, so it cannot turn at once.',
  'card.adam.look.plain': 'Along y the averaged gradient <m>m</m> is {m} and the <g>gradient</g> {g} now.',
  'card.too-large.title': 'When is a learning rate too large?',
  'card.too-large.ask':
    'The <lr>learning rate η</lr> is raised from 0.95 to 1.02. How wide does y of <sgd>SGD</sgd> swing?',
  'card.too-large.answer.shrinks': 'Less and less.',
  'card.too-large.answer.even': 'Always the same.',
  'card.too-large.answer.grows': 'More and more.',
  'card.too-large.look.start': 'Each update multiplies y by 1 − 2η.',
  'card.too-large.look.shrinks':
    'With <lr>η</lr> = {lr} each update multiplies y by {factor}: less than 1 in magnitude, so y comes closer to 0.',
  'card.too-large.look.even':
    'With <lr>η</lr> = {lr} each update multiplies y by {factor}: exactly 1 in magnitude, so y stays as far from 0 as it was.',
  'card.too-large.look.grows':
    'With <lr>η</lr> = {lr} each update multiplies y by {factor}. On the <steep>steep wall</steep> 1 − 2η exceeds 1 in magnitude as soon as η exceeds 1: each leap lands higher.',
  'card.semantics.title': 'Is the book’s Momentum the same as PyTorch’s?',
  'card.semantics.ask':
    'At update 10 the learning rate drops to a tenth. At update 20, how far is the book’s <momentum>Momentum</momentum> from PyTorch’s?',
  'card.semantics.answer.rounding': 'Equal apart from rounding.',
  'card.semantics.answer.a-little': 'Slightly apart, too little to see.',
  'card.semantics.answer.apart': 'Visibly apart.',
  'card.semantics.look.constant':
    'While the learning rate is constant, the two are {distance} apart: the same sums in a different order, nothing but rounding.',
  'card.semantics.look.plain': 'The book’s <momentum>Momentum</momentum> and PyTorch’s are {distance} apart now.',
  'card.semantics.look':
    'Update {step} changed the learning rate; the two are {distance} apart now. The book’s <v>v</v> has the old η baked in; PyTorch multiplies its memory by the new one.',
  'card.second-order.title': 'Would a second-order method free us of the learning rate?',
  'card.second-order.ask':
    'Gauss–Newton solves Rosenbrock in two steps, with no learning rate at all. Now Beale, from (1, 1): which of <newton>Newton</newton>, <gauss-newton>Gauss–Newton</gauss-newton> and <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> get to the minimum?',
  'card.second-order.answer.all': 'All three.',
  'card.second-order.answer.only-damped': 'Only Levenberg–Marquardt, which is damped.',
  'card.second-order.answer.none': 'None of them.',
  'card.second-order.look.plain':
    'f is now {newton} for <newton>Newton</newton>, {gauss} for <gauss-newton>Gauss–Newton</gauss-newton> and {damped} for <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> (λ = {lambda}).',
  'card.second-order.look':
    'f is now {newton} for <newton>Newton</newton>, {gauss} for <gauss-newton>Gauss–Newton</gauss-newton> and {damped} for <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> (λ = {lambda}). Newton is caught on a saddle, where the slope is 0; Gauss–Newton cannot move, for a column of J is 0. The damping λ has taken the place of the learning rate.',
  'card.redundancy.title': 'Why is redundancy the enemy?',
  'card.redundancy.ask':
    'A line of slope x·y is fitted. Only the product tells, so that one parameter is too many, and any point of the curve x·y = 1 is an answer. What becomes of <gauss-newton>Gauss–Newton</gauss-newton>?',
  'card.redundancy.answer.finds': 'It finds one of the answers.',
  'card.redundancy.answer.no-step': 'It cannot take a single step.',
  'card.redundancy.answer.flies': 'It flies far away.',
  'card.redundancy.look':
    'Two parameters, but JᵀJ has rank {rank}: the bottom is a trough and no point, and <gauss-newton>Gauss–Newton</gauss-newton> has no one step to take. With λ = {lambda} added, <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> has come to x·y = {product}.',
} satisfies Record<keyof typeof ja, string>;
