import { Component, type ReactNode } from 'react';
import { ErrorCard } from './ErrorCard.tsx';

interface Props {
  readonly children: ReactNode;
  readonly onError: (error: unknown) => void;
}

/** Shows what broke in the place of it, and tells. */
export class Boundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }
  override render() {
    return this.state.error === null ? this.props.children : <ErrorCard error={this.state.error} />;
  }
}
