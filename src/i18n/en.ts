import type { ja } from './ja.ts';

/** English. The same keys as ja.ts; `{name}` is filled in. */
export const en = {
  // The whole page
  'app.title': 'Koubai 勾配',
  'app.skip': 'Skip to the controls',

  // Top bar
  'header.label': 'Page',
  'header.menu': 'Menu',
  'scene.switch': 'Scenes',
  'panes.webgl': 'WebGL2 is not available in this browser: numbers and chart work, but there is no picture.',
  'header.language': 'Language',
  'header.theme': 'Theme: {theme}',
  'header.theme.auto': 'same as the device',
  'header.theme.light': 'light',
  'header.theme.dark': 'dark',
  'header.copy': 'Copy link',
  'header.copied': 'Link copied',
  'copy.insecure': 'Over http a page gets no clipboard; over https, or on localhost, it does.',
  'copy.manual': 'Copying was refused. Select and copy it here:',
  'header.table': 'Data table',
  'header.help': 'Help and keys',
  close: 'Close',

  // Between two sentences
  'sentence.gap': ' ',

  // What to look at
  'say.label': 'What to look at',
  'say.fold': 'Fold',
  'say.unfold': 'Unfold',
  'say.title.none': 'Choose a method',
  'say.and': ' and ',

  // About the link
  'notice.label': 'About this link',
  'notice.unknown': 'Part of the link, “{part}”, is not known here and was ignored.',
  'notice.invalid': 'Part of the link, “{part}={value}”, cannot be used; the default was used instead.',
  'notice.newer': 'This link was made with a newer version (v{value}). Everything that could be read was used.',
  'notice.dismiss': 'Dismiss the notice',

  // Panel
  'panel.label': 'Parameters',
  'panel.open': 'Show parameters',
  'panel.fold': 'Fold parameters',
  'panel.loading': 'Loading the panel…',
  'panel.formula': 'Formula',
  'panel.default': 'Double-click to reset to {value}',
  'panel.value.of': 'Value of {label}',

  // Names of parameters
  'param.lr': 'Learning rate',
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
  'param.speed': 'Speed',

  // Values refused
  'refusal.number': 'Enter a number, such as 0.01 or 1e-3.',
  'refusal.integer': 'Enter a whole number.',
  'refusal.min': 'Must be at least {bound}.',
  'refusal.max': 'Must be at most {bound}.',
  'refusal.above': 'Must be greater than {bound}.',
  'refusal.below': 'Must be less than {bound}.',

  // Transport
  'transport.label': 'Playback',
  'transport.play': 'Play',
  'transport.pause': 'Pause',
  'transport.back': 'One step back',
  'transport.forward': 'One step forward',
  'transport.reset': 'Back to the start',
  'transport.scrub': 'Step',
  'transport.position': '{step} of {steps}',
  'transport.there': '{there} so far',
  'transport.speed': 'Speed',
  'transport.loop': 'Loop',
  'transport.chart.hide': 'Hide the chart',
  'transport.chart.show': 'Show the chart',
  'transport.chart.larger': 'Larger chart',
  'transport.chart.smaller': 'Smaller chart',
  'transport.table.hide': 'Hide the table',
  'transport.table.show': 'Show the table',

  // Keys
  'help.title': 'How to use it',

  // The scene in words
  'summary.label': 'The scene in words',
  'summary.playing': 'Playing.',

  // When something fails
  'error.title': 'Something went wrong in this part',
  'error.what': 'It could not go on. The rest of the page still works.',
  'error.details': 'Details',
  'error.retry': 'Try again',
  'fetch.failed': 'This part could not be fetched. What is on view goes on without it.',
  'fetch.failed.again': 'Still not to be had. Is there a network, and does the server run?',
  'fetch.stay': 'Stay here',
  'error.reset': 'Start over from the opening state',

  // Flat drawings, chart, data table
  'chart.quantity': 'What the chart shows',
  'chart.hint': 'Hover or tap for values',
  'chart.veiled': 'Curves by step; how they go on is shown once the question is answered.',
  'chart.keys': 'Use the left and right arrow keys to read values; Enter goes to that step.',
  'chart.start': 'start',
  'table.step': 'Step',
  'table.veiled': 'What comes after this is shown once the question is answered.',

  // For the lecture hall, and to take away
  'present.start': 'Present',
  'present.leave': 'Leave the presentation (Esc)',
  'present.caption': 'What to look at now',
  'key.present': 'Present: hide the panels, enlarge everything (Esc leaves)',
  'embed.open': 'Open in Koubai',
  'export.title': 'Export',
  'take.waiting': 'still computing',

  // Your own surface
  'formula.own': 'Own formula',
  'formula.draw': 'Draw',
  'formula.names': 'Names that fit',
  'formula.position': 'Character {position}: ',
  'formula.nowhere': 'The formula has no value that can be drawn anywhere in this domain.',

  // What is my machine doing?
  'badge.label': 'How it is computed',
  'machine.open': 'What is my machine doing?',

  // What broke on the way and goes on
  'endure.context.lost':
    'The GPU interrupted the 3D view. It resumes as soon as the GPU is back; the chart and all numbers keep working.',
  'endure.silent':
    'No sign of life for {seconds} s from what computes here. It may still be at work: wait, or start it anew.',
  'endure.silent.anew': 'Start anew',
  'endure.worker.restarted': 'The worker that computes the surface and the swarm stopped and was restarted.',
  'endure.worker.given-up':
    'The worker keeps stopping. The surface and the swarm are now computed in the page itself, a little more slowly.',
  'endure.dismiss': 'Dismiss this notice',

  // Question cards. The words in <sgd>…</sgd> light up together with what they name
  'tour.label': 'Tour of questions',
  'tour.closed': '{count} questions',
  'tour.start': 'Start the tour',
  'tour.sets': 'A question changes the settings. Your browser’s Back restores them.',
  'tour.sets.framed': 'A question changes the settings.',
  'tour.open': 'Question {n}\u00a0of\u00a0{count}',
  'tour.next': 'Next question',
  'tour.previous': 'Previous question',
  'tour.leave': 'End the tour (the settings stay)',
  'tour.copy': 'Copy the tour’s links',
  'tour.copied': 'Links copied',
  'tour.unknown': 'The link asks for a card, “{card}”, that this scene does not have.',
  'card.predict': 'Your prediction',
  'card.computing': 'Your prediction: {answer} The answer is being computed.',
  'card.waiting': 'Your prediction: {answer} Update {step} will tell.',
  'card.right': 'You predicted it. {answer}',
  'card.wrong': 'Not what you predicted. {answer}',
  'card.undecided': 'With the current settings this question has no answer.',
  'card.changed': 'The settings have changed since the question was asked, so there is nothing to point at.',
  'card.scene': 'The settings have been changed to suit this question.',
  'card.again': 'Back to the question’s settings',
} satisfies Record<keyof typeof ja, string>;
