/**
 * Of a file's bytes, and of the pixels its header may promise. A picture is decoded whole before it is made smaller, at four bytes a pixel: 40 million are what a command line
 * or an ordinary page can hold; a page's own decoder, in a worker, takes some more.
 */
export const limits = { bytes: 64 * 2 ** 20, pixels: 40_000_000, pagePixels: 80_000_000, edge: 30_000 } as const;
