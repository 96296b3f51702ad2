import type { cardsJa } from './cards.ja.ts';

/** English words of the cards, but for their titles, which come with the page. The words in <sgd>…</sgd> light up together with what they name. The same keys as cards.ja.ts. */
export const cardsEn: Record<keyof typeof cardsJa, string> = {
  'card.mark.right':
    'Well predicted. {optimizer} is at ({x}, {y}), {distance} from your mark: {share} % of the length of its path.',
  'card.mark.wrong':
    'Not quite. {optimizer} is at ({x}, {y}), {distance} from your mark: {share} % of the length of its path. Up to {near} % counts as right.',
  'card.zigzag.ask':
    'The valley floor is y = 0. With learning rate 0.95, what does y of <sgd>SGD</sgd> do at each update?',
  'card.zigzag.answer.same-side': 'y stays positive and shrinks towards 0.',
  'card.zigzag.answer.flips': 'y changes its sign every time.',
  'card.zigzag.answer.now-and-then': 'y changes its sign now and then.',
  'card.zigzag.look':
    'On the <steep>steep wall</steep> nearly all of the <g>gradient</g> points along y, so each step leaps across the valley. y = {y} now. −∇f misses the direction to the minimum by <angle>{angle}</angle>.',
  'card.zigzag.look.plain': 'y = {y} now. −∇f misses the direction to the minimum by <angle>{angle}</angle>.',
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
  'card.adagrad.ask':
    'Update 8 sees one wrong, large gradient. By update 60, whose η/√h, the size of its updates, is back to at least half of what it was?',
  'card.adagrad.answer.both': 'Both.',
  'card.adagrad.answer.only-rmsprop': 'Only RMSProp’s.',
  'card.adagrad.answer.neither': 'Neither.',
  'card.adagrad.look.before':
    '<adagrad>AdaGrad</adagrad> and <rmsprop>RMSProp</rmsprop> go side by side. Watch update {step}.',
  'card.adagrad.look':
    'η/√h along x, compared with what it was before the wrong gradient: <adagrad>AdaGrad</adagrad> {adagrad} %, <rmsprop>RMSProp</rmsprop> {rmsprop} %. AdaGrad’s h only ever grows; it forgets nothing.',
  'card.adam.ask': 'At update 8 <adam>Adam</adam> crosses the valley floor y = 0. What does it do along y after that?',
  'card.adam.answer.turns': 'It turns back at once.',
  'card.adam.answer.goes-on': 'It goes on for several updates.',
  'card.adam.answer.stops': 'It stops on the floor.',
  'card.adam.look':
    'Along y the averaged gradient <m>m</m> = {m} and the <g>gradient</g> = {g} now have the same sign: <adam>Adam</adam> is going downhill.',
  'card.adam.look.against':
    'Along y the <g>gradient</g> has turned to {g}, but the averaged one, <m>m</m>, is still {m}. <adam>Adam</adam> follows m, so it cannot turn at once.',
  'card.adam.look.plain': 'Along y the averaged gradient <m>m</m> is {m} and the <g>gradient</g> {g} now.',
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
  'card.second-order.ask':
    'Gauss–Newton solves Rosenbrock in two steps, with no learning rate at all. Now Beale, from (1, 1): which of <newton>Newton</newton>, <gauss-newton>Gauss–Newton</gauss-newton> and <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> get to the minimum?',
  'card.second-order.answer.all': 'All three.',
  'card.second-order.answer.only-damped': 'Only Levenberg–Marquardt, which is damped.',
  'card.second-order.answer.none': 'None of them.',
  'card.second-order.look.plain':
    'f is now {newton} for <newton>Newton</newton>, {gauss} for <gauss-newton>Gauss–Newton</gauss-newton> and {damped} for <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> (λ = {lambda}).',
  'card.second-order.look':
    'f is now {newton} for <newton>Newton</newton>, {gauss} for <gauss-newton>Gauss–Newton</gauss-newton> and {damped} for <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> (λ = {lambda}). Newton is caught on a saddle, where the slope is 0; Gauss–Newton cannot move, for a column of J is 0. The damping λ has taken the place of the learning rate.',
  'card.redundancy.ask':
    'A line of slope x·y is fitted. Only the product tells, so that one parameter is too many, and any point of the curve x·y = 1 is an answer. What becomes of <gauss-newton>Gauss–Newton</gauss-newton>?',
  'card.redundancy.answer.finds': 'It finds one of the answers.',
  'card.redundancy.answer.no-step': 'It cannot take a single step.',
  'card.redundancy.answer.flies': 'It flies far away.',
  'card.redundancy.look':
    'Two parameters, but JᵀJ has rank {rank}: the bottom is a trough and no point, and <gauss-newton>Gauss–Newton</gauss-newton> has no one step to take. With λ = {lambda} added, <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> has come to x·y = {product}.',
};
