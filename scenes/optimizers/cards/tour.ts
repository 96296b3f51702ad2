import type { CardAsking } from '../../../src/ui/cards/types.ts';

/** A line through the origin fitted to two points by the slope x·y: only the product tells, one of the two is too many. */
export const REDUNDANT = '(x*y-1)^2+(2*x*y-2)^2';

/** The questions of the optimizer scene in the tour's order, as far as they come with the page: each one's link, and when it is judged. */
export const heads = {
  zigzag: { link: 'v=1&swarm=0&ar=1&ch=y&play=0&card=zigzag&o=-momentum,-adagrad,-adam', judgedAt: 10 },
  momentum: { link: 'v=1&sel=momentum&swarm=0&ar=1&ch=memoryX&play=0&card=momentum&o=-adagrad,-adam', judgedAt: 10 },
  adagrad: {
    link: 'v=1&n=60&inj=8,20,0&sel=adagrad&swarm=0&ch=rateX&play=0&card=adagrad&o=-sgd,-momentum,rmsprop;alpha:0.9,-adam',
    judgedAt: 60,
  },
  adam: { link: 'v=1&sel=adam&swarm=0&ar=1&ch=memoryY&play=0&card=adam&o=-sgd,-momentum,-adagrad', judgedAt: 16 },
  'too-large': { link: 'v=1&swarm=0&ch=y&play=0&card=too-large&o=sgd;lr:1.02,-momentum,-adagrad,-adam', judgedAt: 10 },
  semantics: { link: 'v=1&lrc=10,0.1&sel=momentum&swarm=0&play=0&card=semantics&o=-sgd,-adagrad,-adam', judgedAt: 20 },
  'second-order': {
    link: 'v=1&s=beale&n=12&sel=levenberg-marquardt&swarm=0&qm=1&play=0&card=second-order&o=-sgd,-momentum,-adagrad,-adam,newton,gauss-newton,levenberg-marquardt',
    judgedAt: 12,
  },
  redundancy: {
    link: `v=1&f=${encodeURIComponent(REDUNDANT)}&d=-3,3,-3,3&x=2.5,-0.5&n=12&sel=levenberg-marquardt&swarm=0&qm=1&play=0&card=redundancy&o=-sgd,-momentum,-adagrad,-adam,gauss-newton,levenberg-marquardt`,
    judgedAt: 12,
  },
  border: {
    link: 'v=1&s=himmelblau&x=-4,4&n=150&sel=momentum&swarm=0&drape=basins&play=0&card=border&o=sgd;lr:0.01,momentum;lr:0.01,-adagrad,-adam',
    judgedAt: 150,
  },
  stability: {
    link: 'v=1&n=300&sel=momentum&view=heat&swarm=0&play=0&card=stability&o=sgd;lr:1.8,momentum;lr:1.8,-adagrad,-adam',
    judgedAt: 40,
  },
  tuning: {
    link: 'v=1&s=rosenbrock&n=300&view=tune&swarm=0&play=0&card=tuning&o=sgd;lr:0.003486,momentum;lr:0.002759,-adagrad,adam;lr:0.9617',
    judgedAt: 300,
  },
  schedule: {
    link: 'v=1&s=sphere&n=240&sch=step,80,0.2&swarm=0&ns=1&play=0&card=schedule&o=sgd;lr:0.4,-momentum,-adagrad,-adam',
    judgedAt: 240,
  },
  batch: {
    link: 'v=1&n=300&ns=4&nb=16&play=0&card=batch&o=sgd;lr:0.3,-momentum,-adagrad',
    judgedAt: 300,
  },
  'own-rate': {
    link: 'v=1&s=booth&n=100&sel=polyak&swarm=0&play=0&card=own-rate&o=sgd;lr:0.95,-momentum,-adagrad,adam;lr:0.3,polyak',
    judgedAt: 100,
  },
  plateau: {
    link: 'v=1&s=easom&x=0,0.5&n=60&sel=adam&swarm=0&ch=step&play=0&card=plateau&o=-adagrad',
    judgedAt: 60,
  },
} as const satisfies Readonly<Record<string, Omit<CardAsking, 'id'>>>;

export type CardId = keyof typeof heads;

export const tour: readonly (CardAsking & { readonly id: CardId })[] = (Object.keys(heads) as CardId[]).map((id) => ({
  id,
  ...heads[id],
}));
