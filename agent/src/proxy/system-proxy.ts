/** What a system says of the way out, in one form for Windows and macOS: which of its settings counts. */
export type SystemProxy =
  | { readonly kind: 'none' }
  /** `host:port` or an address, by scheme; hosts of the bypass list are reached directly. */
  | { readonly kind: 'static'; readonly http?: string; readonly https?: string; readonly bypass: readonly string[] }
  | { readonly kind: 'pac'; readonly url: string }
