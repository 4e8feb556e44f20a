/** Under which setting the folded name of the default policy or price book stands; an empty one is what the product comes with. */
export function defaultKey(kind: 'policy' | 'price-book'): string {
  return `default ${kind}`
}
