import { Component, type ReactNode } from 'react';
import { FailureLine } from './failure-line';

/** Says in words that a view failed to draw, where React would leave the window blank. */
export class FailureBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <FailureLine failure={{ key: 'screen_broken_error' }} /> : this.props.children;
  }
}
