import type { ViewProps } from '../../src/scene/viewProps.ts';
import { useView } from './model.ts';
import { parts } from './parts.ts';

/** The part on view. */
export const usePart = () => parts[useView()];

export function View(props: ViewProps) {
  const { View: Own } = usePart();
  return <Own {...props} />;
}

export function Table() {
  const { Table: Own } = usePart();
  return <Own />;
}
