/** Catches what a page throws while drawing, so that the header stays and the person reads a sentence. */
import { Component, type ReactNode } from 'react'
import { ErrorPanel } from './error-panel.tsx'

type State = { error: unknown }

export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <ErrorPanel error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
