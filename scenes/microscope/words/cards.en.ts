import type { cardsJa } from './cards.ja.ts';

/** The words of the questions. */
export const cardsEn = {
  'card.mic-init.title': 'Are random initial values good enough?',
  'card.mic-init.ask':
    'Five ReLU layers of 100, their weights normal with a deviation of 0.01. Compared with the deviation of what layer 1 gives, how much is left at layer 5?',
  'card.mic-init.answer.same': 'About the same.',
  'card.mic-init.answer.tenth': 'About a tenth.',
  'card.mic-init.answer.nothing': 'Hardly anything.',
  'card.mic-init.look':
    'The std is {first} at layer 1 and {last} at layer {depth}: whatever digit it is shown, the net says the same, and the loss stays at {loss}. Try He instead.',
  'card.mic-gradient.title': 'Why do gradients vanish?',
  'card.mic-gradient.ask':
    'Eight sigmoid layers, begun with Xavier. The ridges behind are the sizes (log) of the gradients that come back to each layer. What part of layer 8’s gradient arrives at layer 1?',
  'card.mic-gradient.answer.same': 'About all of it.',
  'card.mic-gradient.answer.tenth': 'A tenth to a hundredth.',
  'card.mic-gradient.answer.thousandth': 'Less than a thousandth.',
  'card.mic-gradient.look':
    'The median is {last} at layer {depth} and {first} at layer 1. A sigmoid’s slope is 1/4 at most, and each layer on the way back multiplies by it: from the back to the front the ridges move to the left.',
  'card.mic-twins.title': 'Is a neuron superfluous that does what its neighbour does?',
  'card.mic-twins.ask':
    'After the training one of each pair of twins (correlation above .99) is taken out, and its work given to the other. What becomes of the loss?',
  'card.mic-twins.answer.same': 'It hardly moves.',
  'card.mic-twins.answer.doubles': 'It about doubles.',
  'card.mic-twins.answer.forgets': 'The net knows nothing any more.',
  'card.mic-twins.look':
    'After the training, without {count} twins, the loss goes from {whole} to {pruned}. Neurons that all say the same add nothing to what a net can express.',
  'card.mic-batch.title': 'Batch norm or minibatch?',
  'card.mic-batch.ask':
    'Batches of only 20, and twice as many updates. With σ = 0.01, can the net without batch norm learn now?',
  'card.mic-batch.answer.both': 'Both of them learn.',
  'card.mic-batch.answer.norm': 'Only the one with batch norm.',
  'card.mic-batch.answer.none': 'Neither of them.',
  'card.mic-batch.look':
    'The loss is {without} without batch norm, {norm} with it; the std of layer {depth} is {std} and {other}. Small batches shake the gradient, but a signal that has collapsed stays so. Batch norm spreads the ridge again, by the batch’s statistics. They do two different things.',
} as const satisfies Readonly<Record<keyof typeof cardsJa, string>>;
