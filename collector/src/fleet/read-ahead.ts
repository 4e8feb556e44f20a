/** Reads the next page of a list while the one before is being written: the database and the file then work at the same time. */

/** One page ahead and no more: memory stays bounded whatever the list holds. */
export async function* readAhead<T>(pages: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = ask(pages)
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = ask(pages)
      yield value
    }
  } finally {
    // Whoever stops reading leaves a page that nobody wants.
    await next.catch(() => undefined)
    await pages.return(undefined)
  }
}

function ask<T>(pages: AsyncGenerator<T>): Promise<IteratorResult<T>> {
  const next = pages.next()
  // It is waited for after the page before is written: until then nobody is there to hear of its failure.
  next.catch(() => undefined)
  return next
}
