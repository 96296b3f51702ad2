import type { bookCardsJa } from './bookCards.ja.ts';

/** The words of the experiments' questions. */
export const bookCardsEn = {
  'card.mic-relu.title': 'Which initial weights for ReLU?',
  'card.mic-relu.ask':
    'Standard normal inputs go through five ReLU layers, begun with σ = 0.01, with Xavier and with He. In which is what layer 5 gives spread about as widely as what layer 1 gives?',
  'card.mic-relu.answer.std': 'σ = 0.01',
  'card.mic-relu.answer.xavier': 'Xavier',
  'card.mic-relu.answer.he': 'He',
  'card.mic-relu.look':
    'The std at layer 5 is {std} with σ = 0.01, {xavier} with Xavier, {he} with He. ReLU makes half of the values 0: it takes twice the variance.',
  'card.mic-scales.title': 'Does batch norm care about initial weights?',
  'card.mic-scales.ask':
    'The std of the initial weights takes 16 values from 1 to 0.0001; each net trains for 20 epochs. Without batch norm, at how many of them is the accuracy above 0.25?',
  'card.mic-scales.answer.few': 'Four at most.',
  'card.mic-scales.answer.half': 'About eight.',
  'card.mic-scales.answer.most': 'Twelve or more.',
  'card.mic-scales.look':
    'At {plain} of {scales} without, at {normed} with it. However large the weights are at first, batch norm spreads what a layer gives again.',
  'card.mic-dropout.title': 'How much overfitting does dropout prevent?',
  'card.mic-dropout.ask':
    'Six layers learn 300 digits for 301 epochs. With a dropout of 0.2, what becomes of the gap between training and test accuracy?',
  'card.mic-dropout.answer.shrinks': 'It is about half, or less.',
  'card.mic-dropout.answer.same': 'It hardly changes.',
  'card.mic-dropout.answer.grows': 'It grows.',
  'card.mic-dropout.look':
    '{plain_train} and {plain_test} without, {dropout_train} and {dropout_test} with dropout. The gap shrinks, but the net learns more slowly, too: the test accuracy is not higher for it.',
  'card.mic-speed.title': 'Is batch 100 ten times faster?',
  'card.mic-speed.ask':
    'Forward passes, one digit at a time and a hundred at a time. By the fastest arithmetic on this machine, how many times faster is a digit in a batch of 100?',
  'card.mic-speed.answer.less': 'Five times at most.',
  'card.mic-speed.answer.ten': 'About ten times (5 to 20).',
  'card.mic-speed.answer.more': 'More than twenty times.',
  'card.mic-speed.look':
    '{fast} times on this machine ({one} µs to {hundred} µs), {plain} times by plain loops. From 100 to 1,000: {more} times more. It comes from how one computes, not from the batch as such.',
  'card.mic-sizes.title': 'Is a minibatch too small or too large?',
  'card.mic-sizes.ask':
    'About 600 updates each. A batch of 1,000 sees ten times as many digits as one of 100. How much lower is its loss?',
  'card.mic-sizes.answer.same': 'Hardly.',
  'card.mic-sizes.answer.half': 'It is half as high.',
  'card.mic-sizes.answer.tenth': 'A tenth.',
  'card.mic-sizes.look':
    '{b100} with 100 at a time, {b1000} with 1,000: ten times the work for next to nothing. One at a time the gradient shakes too much: {b1}; with 10 it is {b10}.',
  'card.mic-race.title': 'Which batch is there first?',
  'card.mic-race.ask':
    'Ten batch sizes, from one digit at a time to all 1,000 at once, learn until the loss is 0.3. Which takes the least time on this machine?',
  'card.mic-race.answer.few': '1 to 5',
  'card.mic-race.answer.tens': '10 to 50',
  'card.mic-race.answer.hundreds': '100 or 200',
  'card.mic-race.answer.most': '500 or 1,000',
  'card.mic-race.look':
    'Batches of {best}, with {least} ms; all 1,000 at once take {ms1000} ms. With 100 at a time noise is still {n100} times the gradient, and yet it takes {u100} updates where 1,000 take {u1000}: small steps average the noise out, too. With 10 it takes {u10}.',
  'card.mic-overfit.title': 'Batch norm or dropout today?',
  'card.mic-overfit.ask': 'Six layers learn 300 digits for 201 epochs. Which has the highest test accuracy?',
  'card.mic-overfit.answer.plain': 'Neither of the two',
  'card.mic-overfit.answer.dropout': 'Dropout',
  'card.mic-overfit.answer.normed': 'Batch norm',
  'card.mic-overfit.answer.both': 'Both',
  'card.mic-overfit.look':
    '{plain_test} with neither, {dropout_test} with dropout, {normed_test} with batch norm, {both_test} with both. A small gap between training and test is one thing, a good test another. So it is on so few digits, at a learning rate of 0.01.',
  'card.mic-search.title': 'Random or genetic?',
  'card.mic-search.ask':
    'Learning rate and weight decay are searched, 40 trials each. Whose best accuracy, mean of three seeds, is higher than all others by 0.05 or more?',
  'card.mic-search.answer.random': 'Random',
  'card.mic-search.answer.grid': 'The grid',
  'card.mic-search.answer.genetic': 'Genetic',
  'card.mic-search.answer.none': 'None stands out.',
  'card.mic-search.look':
    'Random {random}, grid {grid}, genetic {genetic}. From seed to seed it is {random_low} to {random_high}: more than between the methods. Genetic gathers where it is good, but its best is about the same.',
} as const satisfies Readonly<Record<keyof typeof bookCardsJa, string>>;
