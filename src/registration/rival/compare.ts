import { isRigid, type Elsewhere } from '../evidence.ts';
import { thresholds } from '../thresholds.ts';
import type { Laid } from './laid.ts';
import { factorOf } from './similarity.ts';

/** Lies as closely, contradicts as little, is not laid on the other's back, and what tells poses apart speaks for neither. */
export function isAsGood(
  { share, contradiction, looseness, averted, unsupported }: Elsewhere,
  most: Readonly<Record<'contradiction' | 'unsupported', number>>,
): boolean {
  const t = thresholds.asWell;
  return (
    share >= t.share &&
    contradiction <= most.contradiction &&
    looseness <= t.looseness &&
    averted <= t.averted &&
    unsupported <= most.unsupported
  );
}

/** Whether all of either cloud that could lie on the other is asked of a pose: none of it is beyond. */
export function isWhole({ on, off }: Laid): boolean {
  return on + off > thresholds.wholly.seen;
}

/**
 * Lays all of either cloud on the other, which a pose that contradicts nothing does not: what is seen from two sides, half a turn apart. It fits better, and yet may be the
 * wrong one.
 */
export function isOtherSide(rival: Elsewhere, own: number): boolean {
  return own <= thresholds.wholly.contradiction && isWhole(rival.laid) && isAsGood(rival, thresholds.asWell);
}

/** Contradicts clearly less, or lays on much more and contradicts hardly more, or lies much more closely. */
export function isBetter(rival: Elsewhere, own: number): boolean {
  const { share, contradiction, looseness, averted, unsupported } = rival;
  const t = thresholds.better;
  if (looseness > t.looseness || averted > thresholds.asWell.averted) return false;
  const less = contradiction < -Math.max(t.contradiction, t.ofOwn * own);
  const more = share >= t.failed && contradiction <= t.excess && unsupported < -t.support;
  return (share >= t.share && less && unsupported <= 0) || more || isCloser(rival, thresholds.closer, 1, 1);
}

type Closer = Readonly<Record<'looseness' | 'share' | 'contradiction' | 'unsupported', number>>;

function isCloser(
  { share, contradiction, looseness, unsupported }: Elsewhere,
  t: Closer,
  best: number,
  closest: number,
): boolean {
  return (
    looseness < t.looseness * closest &&
    share > t.share * best &&
    contradiction <= t.contradiction &&
    unsupported <= t.unsupported
  );
}

/** A mirror image or another size that does clearly better than the best rigid pose and the closest. */
export function isUnlike(rival: Elsewhere, best: number, closest: number): boolean {
  const { kind, share, contradiction, unsupported, looseness, averted, targetFromSource } = rival;
  const t = thresholds.unlike;
  if (isRigid(kind)) return false;
  if (kind === 'scale' && Math.abs(Math.log(factorOf(targetFromSource))) < t.factor) return false;
  if (averted > thresholds.asWell.averted) return false;
  return (
    (share > t.share * best &&
      contradiction <= t.contradiction &&
      unsupported <= t.unsupported &&
      looseness <= t.looseness) ||
    isCloser(rival, thresholds.closerUnlike, best, closest)
  );
}

/** Another size about the pose itself, of which the pose is one: with more to choose from it lies a little more closely in any case, and here clearly more. */
export function isResized(
  { kind, share, contradiction, looseness, apart, targetFromSource }: Elsewhere,
  near: number,
): boolean {
  const t = thresholds.resized;
  if (kind !== 'scale' || apart.reach >= near) return false;
  if (Math.abs(Math.log(factorOf(targetFromSource))) < thresholds.unlike.factor) return false;
  return share > t.share && contradiction <= t.contradiction && looseness < t.looseness;
}
