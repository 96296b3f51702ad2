import { useText } from '../../../src/ui/useText.ts';

interface Props {
  readonly value: number;
  readonly onNext: () => void;
  /** What another seed changes. */
  readonly what: string;
}

/** A seed, and the next one at a press. */
export function SeedRow({ value, onNext, what }: Props) {
  const t = useText();
  return (
    <div className="row">
      <span className="label">{t('rec.more.seed')}</span>
      <button type="button" className="button dice" title={what} onClick={onNext}>
        {t('rec.more.seed.next')} · {value}
      </button>
    </div>
  );
}
