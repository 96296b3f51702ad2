import type { figureCardsJa } from './figureCards.ja.ts';

/** The words of the questions about the book's figures. */
export const figureCardsEn = {
  'card.mic-optimizers.title': 'Which optimizer is first on digits?',
  'card.mic-optimizers.ask':
    'Four nets of four layers learn 8,000 digits for 2,000 updates, each by a rule of its own, with the book’s learning rates. Whose loss is lowest then?',
  'card.mic-optimizers.answer.sgd': 'SGD',
  'card.mic-optimizers.answer.momentum': 'Momentum',
  'card.mic-optimizers.answer.adagrad': 'AdaGrad',
  'card.mic-optimizers.answer.adam': 'Adam',
  'card.mic-optimizers.look':
    'SGD {sgd}, Momentum {momentum}, AdaGrad {adagrad}, Adam {adam}. The other three leave SGD far behind. Which of them is first may be otherwise for another net.',
  'card.mic-saturated.title': 'Sigmoid, σ = 1: where do the values lie?',
  'card.mic-saturated.ask':
    'Standard normal inputs go through five sigmoid layers, whose weights begin with a standard deviation of 1. Where are most of the values that layer 5 gives?',
  'card.mic-saturated.answer.ends': 'Near 0 and 1',
  'card.mic-saturated.answer.middle': 'Near 0.5',
  'card.mic-saturated.answer.even': 'Spread over all between',
  'card.mic-saturated.look':
    'A share of {ends} is in the two bins at the ends, 0 and 1. There a sigmoid is flat, and next to no gradient comes back.',
  'card.mic-alike.title': 'Sigmoid, σ = 0.01: is it better?',
  'card.mic-alike.ask':
    'The same five layers, with weights that begin a hundred times smaller. What do the hundred neurons of layer 5 say now?',
  'card.mic-alike.answer.even': 'All kinds of things between 0 and 1',
  'card.mic-alike.answer.middle': 'All about the same: 0.5',
  'card.mic-alike.answer.ends': 'Either 0 or 1',
  'card.mic-alike.look':
    'The std is {first} at layer 1 and {last} at layer 5: all of them say about 0.5. A hundred that say the same are no more than one.',
  'card.mic-xavier.title': 'How much does Xavier keep?',
  'card.mic-xavier.ask':
    'Now the weights begin with 1/√n, n being the inputs of a layer. What part of the std at layer 1 is left at layer 5, with sigmoid?',
  'card.mic-xavier.answer.most': 'More than four fifths',
  'card.mic-xavier.answer.half': 'Two fifths to four fifths',
  'card.mic-xavier.answer.little': 'Less',
  'card.mic-xavier.look':
    '{first} at layer 1, {last} at layer 5. Some of it is lost, but it stays broad, far from 0 and 1: each layer has something to say.',
  'card.mic-begun.title': 'What does a bad beginning cost?',
  'card.mic-begun.ask':
    'Nets of four ReLU layers learn 8,000 digits for 2,000 updates, begun with σ = 0.01, with Xavier and with He. What has become of the loss with σ = 0.01?',
  'card.mic-begun.answer.same': 'It is about as low as the others.',
  'card.mic-begun.answer.half': 'It is about half of what it was.',
  'card.mic-begun.answer.guess': 'It is still that of guessing.',
  'card.mic-begun.look':
    '{std} from σ = 0.01, {xavier} from Xavier, {he} from He. With ten digits, ln 10 is the loss of one who guesses.',
  'card.mic-normed.title': 'How far without batch norm?',
  'card.mic-normed.ask':
    'Five layers learn 1,000 digits for 20 epochs, their weights begun a little too small. How high is the training accuracy without batch norm, compared to that with it?',
  'card.mic-normed.answer.same': 'About as high',
  'card.mic-normed.answer.half': 'About half as high',
  'card.mic-normed.answer.quarter': 'About a quarter',
  'card.mic-normed.look':
    'In epoch {step} it is {plain} without and {normed} with batch norm: at the same learning rate it goes much faster.',
  'card.mic-heart.title': 'What does a net know that learns by heart?',
  'card.mic-heart.ask':
    'Six layers learn only 300 digits, for 201 epochs, until they read all of them rightly. What share of the test digits do they read rightly?',
  'card.mic-heart.answer.all': '95 % or more',
  'card.mic-heart.answer.most': '60 to 95 %',
  'card.mic-heart.answer.few': 'Less than 60 %',
  'card.mic-heart.look':
    'The training accuracy is {train}, the test accuracy {test}: what lies between is overfitting.',
  'card.mic-decay.title': 'What does weight decay hold back?',
  'card.mic-decay.ask':
    'The same net and 300 digits, with a weight decay of λ = 0.1. What share of its training digits does it read rightly after 201 epochs?',
  'card.mic-decay.answer.all': '97 % or more',
  'card.mic-decay.answer.most': '80 to 97 %',
  'card.mic-decay.answer.few': 'Less than 80 %',
  'card.mic-decay.look':
    '{train} in training, {test} in the test. The band is narrow because less is learned by heart.',
  'card.mic-random.title': 'What do good trials have in common?',
  'card.mic-random.ask':
    'A hundred trials at random, each with a learning rate and a weight decay from four powers of ten. In what are the five best alike, within a factor of ten?',
  'card.mic-random.answer.lr': 'In the learning rate',
  'card.mic-random.answer.decay': 'In the weight decay',
  'card.mic-random.answer.both': 'In both',
  'card.mic-random.answer.neither': 'In neither',
  'card.mic-random.look':
    'Their learning rates go from {lr_low} to {lr_high}, their decays from {decay_low} to {decay_high}. In so short a training it is the learning rate that counts; the best has {score}.',
} as const satisfies Readonly<Record<keyof typeof figureCardsJa, string>>;
