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
  'card.zigzag.title': 'Why does SGD zigzag?',
  'card.momentum.title': 'What does momentum add?',
  'card.adagrad.title': 'Does AdaGrad brake forever?',
  'card.adam.title': 'Why does Adam overshoot here?',
  'card.too-large.title': 'When is a learning rate too large?',
  'card.semantics.title': 'Is the book’s Momentum the same as PyTorch’s?',
  'card.second-order.title': 'Would a second-order method free us of the learning rate?',
  'card.redundancy.title': 'Why is redundancy the enemy?',
  'card.border.title': 'Does a hair’s breadth decide where it ends?',
  'card.stability.title': 'Does momentum stand a larger learning rate?',
  'card.tuning.title': 'Is Adam better once all are tuned alike?',
  'card.schedule.title': 'Why lower the learning rate on the way?',
  'card.batch.title': 'What does a larger batch buy?',
  'card.own-rate.title': 'Who needs no learning rate?',
  'card.plateau.title': 'What if the ground is flat?',
} satisfies Record<keyof typeof ja, string>;
