import { expose } from 'comlink';

const api = {
  open: () => undefined,
  /** x, y, z of each corner, flat; counter-clockwise, on the circle of radius 1. */
  ring: (corners: number, turned: boolean): Float64Array =>
    Float64Array.from({ length: 3 * corners }, (_, i) => {
      const angle = (2 * Math.PI * (Math.floor(i / 3) + (turned ? 0.5 : 0))) / corners;
      return [Math.cos(angle), Math.sin(angle), 0][i % 3]!;
    }),
};

export type RingApi = typeof api;
expose(api);
