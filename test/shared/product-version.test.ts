/** One version everywhere: what is told, what packages are called, what their files say. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PRODUCT_VERSION } from '#shared/product-version.ts'

for (const folder of ['.', 'agent', 'collector', 'shared'])
  test(`${folder}/package.json bears the version of the product`, () => {
    const { version } = JSON.parse(readFileSync(new URL(`../../${folder}/package.json`, import.meta.url), 'utf8')) as { version: string }
    assert.equal(version, PRODUCT_VERSION)
  })
