/** A text whose {places} are filled with elements: names from outside must stand apart from the words around them. */
import { Fragment, type ReactNode } from 'react'

export function Filled({ text, places }: { text: string; places: Readonly<Record<string, ReactNode>> }) {
  // Every second piece is the name of a place.
  return text.split(/\{(\w+)\}/).map((piece, index) => {
    const at = `${index} ${piece}`
    return <Fragment key={at}>{index % 2 === 0 ? piece : (places[piece] ?? `{${piece}}`)}</Fragment>
  })
}
