import { useRegistrationState } from './runs/session.tsx';
import { Factors } from './panel/Factors.tsx';
import { PaneSettings } from './panel/PaneSettings.tsx';
import { Presets } from './panel/Presets.tsx';
import { Show } from './panel/Show.tsx';
import { OwnResult } from './own/OwnResult.tsx';
import { OwnSlots } from './own/OwnSlots.tsx';
import { PlaceByHand } from './own/PlaceByHand.tsx';
import { TrainMaps } from './own/TrainMaps.tsx';

/** The registration scene's settings. */
export default function Panel() {
  const data = useRegistrationState((state) => state.data);
  return (
    <div className="registration-panel">
      {data === 'own' && (
        <>
          <OwnResult />
          <OwnSlots />
        </>
      )}
      {data === 'spot' && (
        <>
          <Presets />
          <Factors />
        </>
      )}
      <PaneSettings />
      <Show />
      {data !== 'own' && <OwnResult />}
      <PlaceByHand />
      <TrainMaps />
    </div>
  );
}
