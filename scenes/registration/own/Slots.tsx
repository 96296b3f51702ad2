import { describeSlot, emptySlot, sides, swapSlots } from '../runs/own.ts';
import { useRegistrationSession } from '../model.ts';
import { SlotCard } from './SlotCard.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { useOwn, useTakeFiles } from './useOwn.ts';
import './own.css';

/** Both sides of the visitor's pair. */
export function Slots() {
  const t = useText();
  const session = useRegistrationSession();
  const own = useOwn();
  const take = useTakeFiles();
  const again = () => session.store.begin({ start: undefined });
  return (
    <div className="own-slots">
      {sides.map((side) => (
        <SlotCard
          key={side}
          side={side}
          slot={own[side]}
          sampled={own.pair?.files?.[side].file.mesh ? own.pair[side].points.length / 3 : null}
          onFiles={(files) => take(files, side)}
          onEmpty={() => emptySlot(session.own.clouds, side)}
          onDescribe={(said) => {
            describeSlot(session.own.clouds, side, said);
            again();
          }}
        />
      ))}
      {sides.every((side) => own[side].kind === 'ready') && (
        <button
          type="button"
          className="button own-swap"
          onClick={() => {
            swapSlots(session.own.clouds);
            again();
          }}
        >
          {t('own.swap')}
        </button>
      )}
    </div>
  );
}
