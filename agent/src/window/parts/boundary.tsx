/** Catches what a view throws while drawing, so that the frame stays and the person reads a sentence. */
import { Component, type ReactNode } from 'react'

type Props = { sentence: string; children: ReactNode }

export class Boundary extends Component<Props, { message: string | undefined }> {
  override state: { message: string | undefined } = { message: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    if (this.state.message === undefined) return this.props.children
    return (
      <div className="error-panel" role="alert">
        <p className="error-what">{this.props.sentence}</p>
        <p className="note">{this.state.message}</p>
      </div>
    )
  }
}
