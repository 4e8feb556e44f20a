/** Searching without marks: every Vietnamese letter finds its plain one, in whatever form it was typed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '#shared/text/fold.ts'

const PLAIN: Readonly<Record<string, string>> = {
  a: 'aàảãáạăằẳẵắặâầẩẫấậ',
  d: 'dđ',
  e: 'eèẻẽéẹêềểễếệ',
  i: 'iìỉĩíị',
  o: 'oòỏõóọôồổỗốộơờởỡớợ',
  u: 'uùủũúụưừửữứự',
  y: 'yỳỷỹýỵ',
}

test('every Vietnamese letter folds to its plain one, small and capital, composed and decomposed', () => {
  for (const [plain, letters] of Object.entries(PLAIN)) {
    for (const letter of letters) {
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
        assert.equal(fold(letter.normalize(form)), plain, `${letter} in ${form}`)
        assert.equal(fold(letter.toUpperCase().normalize(form)), plain, `${letter.toUpperCase()} in ${form}`)
      }
    }
  }
})

test('names of places are found however their apostrophes, spaces and capitals are typed', () => {
  assert.equal(fold("UBND huyện Ia H'Drai"), "ubnd huyen ia h'drai")
  assert.equal(fold('UBND  huyện Ia H’Drai '), fold("ubnd huyen ia h'drai"))
  assert.equal(fold('ĐĂK GLEI'), fold('Đăk Glei'))
})

test('folding twice changes nothing more, and signs of other kinds stay', () => {
  for (const text of ['Sở Nội vụ', 'PC-01_ă (x64)', '\u6a5f\u5668', '=cmd|', '']) assert.equal(fold(fold(text)), fold(text))
  assert.equal(fold('100% & <b>'), '100% & <b>')
})
