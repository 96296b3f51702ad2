import { useRegistrationState } from '../../src/runs/registration/session.tsx';
import { Factors } from '../../src/ui/registration/panel/Factors.tsx';
import { PaneSettings } from '../../src/ui/registration/panel/PaneSettings.tsx';
import { Presets } from '../../src/ui/registration/panel/Presets.tsx';
import { Show } from '../../src/ui/registration/panel/Show.tsx';
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
