/** Keeps a fault in one panel from taking the others with it: it says so in place, and offers to try again. */
import { Component, type ReactNode } from 'react';

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

interface Shown {
  readonly failure: string | undefined;
}

export class PanelBoundary extends Component<Props, Shown> {
  override state: Shown = { failure: undefined };

  static getDerivedStateFromError(error: unknown): Shown {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <section aria-label={this.props.name} className="panelFailure">
        <p role="alert">
          This panel ({this.props.name}) has failed: {failure}. The others go on.
        </p>
        <button type="button" className="plainButton" onClick={() => this.setState({ failure: undefined })}>
          Try again
        </button>
      </section>
    );
  }
}
