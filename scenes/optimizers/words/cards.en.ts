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
  'card.adagrad.look.plain':
    'η/√h along x, compared with what it was before the wrong gradient: <adagrad>AdaGrad</adagrad> {adagrad} %, <rmsprop>RMSProp</rmsprop> {rmsprop} %.',
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
  'card.redundancy.look.plain':
    '<levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt>, which adds λ = {lambda} to the curvature, has come to x·y = {product}.',
  'card.redundancy.look':
    'Two parameters, but JᵀJ has rank {rank}: the bottom is a trough and no point, and <gauss-newton>Gauss–Newton</gauss-newton> has no one step to take. With λ = {lambda} added, <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> has come to x·y = {product}.',
  'card.border.ask':
    '<momentum>Momentum</momentum> starts at (−4, 4). Now shift the start by a thousandth along x. Where does it end then?',
  'card.border.answer.same': 'In the same minimum.',
  'card.border.answer.another': 'In another minimum.',
  'card.border.answer.none': 'In none of them.',
  'card.border.look':
    'A run of <momentum>Momentum</momentum> from {hair} beside the start is {distance} away from this one now.',
  'card.border.look.parted':
    '<momentum>Momentum</momentum> from {hair} beside the start is {distance} away now and ends at ({x}, {y}). Its speed carries it over ridges, so that its basins interleave in ever finer strips. <sgd>SGD</sgd> creeps down: from both starts it ends in the same minimum.',
  'card.stability.ask':
    'On this bowl <sgd>SGD</sgd> flies off beyond η = 1. <momentum>Momentum</momentum> adds up its steps. With η = 1.8 and μ = 0.9, who flies off?',
  'card.stability.answer.both': 'Both.',
  'card.stability.answer.only-sgd': 'Only SGD.',
  'card.stability.answer.only-momentum': 'Only Momentum.',
  'card.stability.look.plain': 'f is {sgd} for <sgd>SGD</sgd> and {momentum} for <momentum>Momentum</momentum> now.',
  'card.stability.look':
    'f is {sgd} for <sgd>SGD</sgd>, {momentum} for <momentum>Momentum</momentum>. With λ, the largest curvature, SGD is stable below η = 2/λ = {limit}, Momentum below 2(1 + μ)/λ = {higher}, the dashed line: the speed of each leap across the valley shortens the next.',
  'card.tuning.ask':
    'Each gets the same 60 runs on Rosenbrock to find its learning rate, and then runs with its best. Who is lowest after 300 updates?',
  'card.tuning.answer.sgd': 'SGD.',
  'card.tuning.answer.momentum': 'Momentum.',
  'card.tuning.answer.adam': 'Adam.',
  'card.tuning.look.plain':
    'f is {sgd} for <sgd>SGD</sgd>, {momentum} for <momentum>Momentum</momentum> and {adam} for <adam>Adam</adam> now.',
  'card.tuning.look':
    'With the best of 60 rates each: <momentum>Momentum</momentum> {momentum}, <adam>Adam</adam> {adam}, <sgd>SGD</sgd> {sgd}. Another surface, another order: compare only what was tuned with the same effort. The curves show what every rate comes to.',
  'card.schedule.ask':
    'The gradients are noisy. At update 81, and again at 161, η drops to a fifth of what it was. What does the loss of <sgd>SGD</sgd> do?',
  'card.schedule.answer.drops': 'It falls to a lower level each time.',
  'card.schedule.answer.stays': 'It stays at the same level.',
  'card.schedule.answer.rises': 'It rises.',
  'card.schedule.look.plain': '<lr>η</lr> is {lr} now. Watch the level at which the loss comes to hover.',
  'card.schedule.look':
    'With <lr>η</lr> = {lr}, f averages {level} over the last {count} updates. Each update carries η times the noise, and the loss cannot fall below what this stirs up. A smaller η is slower but has a lower floor: large first, small later.',
  'card.batch.ask':
    'Each gradient is the mean of 16 examples instead of 1: its noise is a quarter as strong. Whose loss comes to hover at less than a tenth of the height?',
  'card.batch.answer.both': 'Both.',
  'card.batch.answer.only-sgd': 'Only SGD’s.',
  'card.batch.answer.neither': 'Neither.',
  'card.batch.look.plain': 'Batches of {batch}. Watch where the loss comes to hover.',
  'card.batch.look.levels':
    'f averages {sgd} for <sgd>SGD</sgd> now ({sgdOne} with batches of 1) and {adam} for <adam>Adam</adam> ({adamOne}).',
  'card.batch.look':
    'f averages {sgd} for <sgd>SGD</sgd> now ({sgdOne} with batches of 1) and {adam} for <adam>Adam</adam> ({adamOne}). Noise falls with the root of the batch size, here to {share} of what it is with 1, and SGD’s steps shrink with it. Adam divides by √v, which is mostly noise here: its steps stay as long.',
  'card.own-rate.ask':
    'The learning rates that suit the book’s bowl, 0.95 for <sgd>SGD</sgd> and 0.3 for <adam>Adam</adam>, are taken to another bowl, Booth. <polyak>Polyak</polyak> needs none. Who gets below f = 0.1 within 100 updates?',
  'card.own-rate.answer.all': 'All three.',
  'card.own-rate.answer.all-but-sgd': 'Adam and Polyak.',
  'card.own-rate.answer.only-polyak': 'Only Polyak.',
  'card.own-rate.look.plain':
    'f is {sgd} for <sgd>SGD</sgd>, {adam} for <adam>Adam</adam> and {polyak} for <polyak>Polyak</polyak> now.',
  'card.own-rate.look':
    'f: <sgd>SGD</sgd> {sgd}, <adam>Adam</adam> {adam}, <polyak>Polyak</polyak> {polyak}. How large an η SGD can bear is up to the curvature, here {limit}; Adam’s η is a length. Polyak works its rate out at each place, (f − f_min)/|∇f|² = {rate} now, but has to know f_min.',
  'card.plateau.ask':
    'Easom is a plain with a hole. At the start the slope is 3·10⁻⁷. After 60 updates, who has moved by more than 0.1?',
  'card.plateau.answer.all': 'All three.',
  'card.plateau.answer.only-adam': 'Only Adam.',
  'card.plateau.answer.none': 'None of them.',
  'card.plateau.look.plain':
    'From the start <sgd>SGD</sgd> has moved by {sgd}, <momentum>Momentum</momentum> by {momentum} and <adam>Adam</adam> by {adam}.',
  'card.plateau.look':
    'From the start <sgd>SGD</sgd> has moved by {sgd}, <momentum>Momentum</momentum> by {momentum} and <adam>Adam</adam> by {adam}. Adam divides by how large its gradients have been: steep or flat, it strides along.',
  'card.plateau.look.end':
    '<sgd>SGD</sgd> has moved by {sgd}, <momentum>Momentum</momentum> by {momentum}, <adam>Adam</adam> by {adam}: dividing by the size of its gradients, it strides on flat ground, too. But all it knows is downhill: it rests in a dent (f = {f}), not in the hole (f = −1).',
};
