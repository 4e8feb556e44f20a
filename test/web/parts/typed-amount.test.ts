/** Amounts and money as people type them, in both ways of writing numbers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountIn, dongIn } from '#web/parts/typed-amount.ts'

test('points and commas between thousands are no fractions', () => {
  for (const text of ['20.000.000', '20,000,000', '20 000 000', '20000000']) assert.equal(dongIn(text), 20_000_000, text)
  assert.equal(amountIn('1.000'), 1_000)
  assert.equal(amountIn('1.500,5'), 1_500.5)
  assert.equal(amountIn('1,500.25'), 1_500.25)
  assert.equal(amountIn('8,5'), 8.5)
  assert.equal(amountIn('0,125'), 0.125)
})

test('the words of everyday, with marks or without', () => {
  assert.equal(dongIn('20 triệu'), 20_000_000)
  assert.equal(dongIn('20tr'), 20_000_000)
  assert.equal(dongIn('1,5 tỷ đồng'), 1_500_000_000)
  assert.equal(dongIn('1.5 TỈ'), 1_500_000_000)
  assert.equal(dongIn('2.500 triệu đ'), 2_500_000_000)
  assert.equal(dongIn('500 nghìn'), 500_000)
  assert.equal(dongIn('2 billion'), 2_000_000_000)
  assert.equal(dongIn('700.000 đ'), 700_000)
  assert.equal(dongIn('20.000.000 VND'), 20_000_000)
  assert.equal(dongIn('0'), 0)
})

test('what is no amount is none', () => {
  for (const text of ['', 'triệu', '-5', '1.00.000', '2 chục', '1e9', '20.000.00', '1,5', '5 triệu rưỡi', '1..000'])
    assert.equal(dongIn(text), undefined, text)
})
