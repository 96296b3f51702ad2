import { CloudError } from './errors.ts';

/**
 * What a page can hold beside the copies that registration makes: 20 million points are 480 MB of coordinates alone. A header that
 * promises more, or more than its file's bytes can hold, is refused before anything is allocated.
 */
export const limits = { bytes: 2 ** 30, points: 20_000_000 } as const;

/** A count in a header: at most the limit. */
export function checkCount(count: number, what: string): void {
  if (count > limits.points) throw new CloudError('too-many', null, { count, what, limit: limits.points });
}
