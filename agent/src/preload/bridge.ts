/** What the page finds as `window.somay`: one function for each thing it may ask, and nothing that takes a channel. */
import type { Answer, Asked, Question } from './messages.ts'

export type Bridge = {
  status(): Promise<Asked<Answer<'status'>>>
  sent(): Promise<Asked<Answer<'sent'>>>
  facts(): Promise<Asked<Answer<'facts'>>>
  reportNow(): Promise<Asked<Answer<'report-now'>>>
  placement(): Promise<Asked<Answer<'placement'>>>
  enterPlacement(entry: Question<'enter-placement'>): Promise<Asked<Answer<'enter-placement'>>>
  logs(): Promise<Asked<Answer<'logs'>>>
  copy(text: string): Promise<Asked<Answer<'copy'>>>
}

/** Under this name, and no other, the page finds it. */
export const BRIDGE = 'somay'
