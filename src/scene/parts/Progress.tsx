import { useComputing } from '../computing.tsx';

interface Props {
  /** Of the model's result: its name, and how far it is. */
  readonly result: string;
  readonly waiting: boolean;
  readonly part: number | null;
  readonly name: string;
  readonly stop: string;
}

/** Over the panes while a training takes its time: how far it is, and how to give it up. What is there of it stays. */
export function Progress({ result, waiting, part, name, stop }: Props) {
  const computing = useComputing();
  if (!waiting || part === null) return null;
  return (
    <p className="training-progress">
      <label>
        {name} <progress max={1} value={part} />
      </label>
      <button type="button" className="button" onClick={() => computing?.stop(result)}>
        {stop}
      </button>
    </p>
  );
}
