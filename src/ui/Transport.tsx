import { useCommonState, usePlaying, useSession, useStep, useSteps, useThere } from '../runs/session.tsx';
import { restOn, setSpeed, speeds, stepBy, toggleLoop, togglePlay } from './commands.ts';
import { IconButton } from './controls/IconButton.tsx';
import { Scrub } from './transport/Scrub.tsx';
import { useText } from './useText.ts';

/** Play, step, scrub, speed, loop: one bar for every scene, over the one clock. */
export function Transport() {
  const t = useText();
  const session = useSession();
  const playing = usePlaying();
  const step = useStep();
  const steps = useSteps();
  const there = useThere();
  const speed = useCommonState((state) => state.speed);
  const loop = useCommonState((state) => state.loop);
  // A link may bring a speed of its own.
  const offered = speeds.some((s) => s === speed) ? speeds : [...speeds, speed].sort((a, b) => a - b);
  return (
    <div className="transport" role="group" aria-label={t('transport.label')}>
      <IconButton
        className="play"
        icon={playing ? 'pause' : 'play'}
        name={t(playing ? 'transport.pause' : 'transport.play')}
        onClick={() => togglePlay(session)}
      />
      <IconButton className="reset" icon="reset" name={t('transport.reset')} onClick={() => restOn(session, 0)} />
      <IconButton className="back" icon="back" name={t('transport.back')} onClick={() => stepBy(session, -1)} />
      <IconButton icon="forward" name={t('transport.forward')} onClick={() => stepBy(session, 1)} />
      <Scrub />
      <span className="counter">
        {there === null ? step : Math.min(step, there)} / {steps}
        {there !== null && <small>{t('transport.there', { there })}</small>}
      </span>
      <select
        className="speed"
        aria-label={t('transport.speed')}
        value={speed}
        onChange={(event) => setSpeed(session, Number(event.currentTarget.value))}
      >
        {offered.map((s) => (
          <option key={s} value={s}>
            {t.number(s)}×
          </option>
        ))}
      </select>
      <IconButton
        className="loop"
        icon="loop"
        name={t('transport.loop')}
        aria-pressed={loop}
        onClick={() => toggleLoop(session)}
      />
    </div>
  );
}
