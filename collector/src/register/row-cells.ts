/** Cells of a row with what is to be said of them: why one refuses its row, or is left out as unknown, and what to do. Pure. */
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { FIRST_YEAR, isRounded, LEAST_DONG, type ListCell, MOST_DONG, macOf, moneyWritten, textOf, yearWritten, yesNoOf } from './cells.ts'

/** `refused` is a mistake for which the row is refused; `noted` is for somebody to look at. */
export type Said<T> = { readonly value: T; readonly refused?: Words; readonly noted?: Words }

const words = (vi: string, en: string): Words => ({ vi, en })
const shownOf = (cell: ListCell): string => textOf(cell).slice(0, 40)

function unreadable(cell: ListCell, vi: string, en: string): Words {
  const shown = shownOf(cell)
  return words(`không đọc được "${shown}"; ${vi}`, `"${shown}" cannot be read; ${en}`)
}

export function yearSaid(cell: ListCell, lastYear: number): Said<number | null> {
  const year = yearWritten(cell)
  if (year === undefined)
    return {
      value: null,
      refused: unreadable(
        cell,
        'ghi năm bốn chữ số, ví dụ 2021, hoặc để trống nếu chưa rõ',
        'write four digits, such as 2021, or leave it empty',
      ),
    }
  if (year === null || (year >= FIRST_YEAR && year <= lastYear)) return { value: year }
  const vi = `"${shownOf(cell)}" nằm ngoài khoảng từ ${FIRST_YEAR} đến ${lastYear}; sửa lại năm, hoặc để trống nếu chưa rõ`
  const en = `"${shownOf(cell)}" is not between ${FIRST_YEAR} and ${lastYear}; put the year right, or leave it empty if it is not known`
  return { value: null, refused: words(vi, en) }
}

/** In whole dong. What no PC can cost is another unit of money: until it is chosen the cost is not known. */
export function costSaid(cell: ListCell, unitDong: number): Said<number | null> {
  const amount = moneyWritten(cell, unitDong)
  const shown = shownOf(cell)
  if (amount === null) return { value: null }
  if (amount === undefined)
    return {
      value: null,
      refused: unreadable(
        cell,
        'ghi số tiền, ví dụ 13.500.000, hoặc để trống nếu chưa rõ',
        'write a sum, such as 13.500.000, or leave it empty',
      ),
    }
  if (amount < 0) {
    const vi = `"${shown}" là số âm; ghi nguyên giá là số dương, hoặc để trống nếu chưa rõ`
    return { value: null, refused: words(vi, `"${shown}" is negative; write the cost as a positive sum, or leave it empty`) }
  }
  if (amount > MOST_DONG) {
    const most = (language: 'vi' | 'en') => formatNumber(MOST_DONG, language)
    const vi = `"${shown}" lớn hơn ${most('vi')} đồng; chọn lại đơn vị tiền của cột, hoặc sửa lại số`
    return {
      value: null,
      refused: words(vi, `"${shown}" is more than ${most('en')} dong; choose another unit of money, or put the sum right`),
    }
  }
  if (amount >= LEAST_DONG) return { value: Math.round(amount) }
  const least = (language: 'vi' | 'en') => formatNumber(LEAST_DONG, language)
  return {
    value: null,
    noted: words(
      `"${shown}" chưa tới ${least('vi')} đồng, không máy tính nào rẻ như vậy; nguyên giá coi như chưa rõ. Có lẽ cột này tính bằng nghìn hoặc triệu đồng: chọn lại đơn vị tiền`,
      `"${shown}" is less than ${least('en')} dong, which no PC costs; the cost is left unknown. The column may be in thousand or million dong: choose another unit of money`,
    ),
  }
}

/** Of a number that Excel rounded nobody knows what it was. */
export function serialSaid(cell: ListCell): Said<string | null> {
  if (isRounded(cell)) return { value: null, noted: rounded(cell, 'số serial coi như chưa rõ', 'the serial number is left unknown') }
  return { value: textOf(cell) || null }
}

export function codeSaid(cell: ListCell): Said<string> {
  const value = textOf(cell)
  return isRounded(cell) ? { value, refused: rounded(cell, 'không biết là mã nào', 'nobody knows which code it was') } : { value }
}

function rounded(cell: ListCell, vi: string, en: string): Words {
  return words(
    `"${shownOf(cell)}" đã bị Excel làm tròn vì quá 15 chữ số, ${vi}; định dạng cột là văn bản (Text) rồi nhập lại số`,
    `"${shownOf(cell)}" was rounded by Excel, which keeps 15 digits; ${en}. Format the column as text and type it again`,
  )
}

export function exemptSaid(cell: ListCell): Said<boolean> {
  const value = yesNoOf(cell)
  return value === undefined
    ? { value: false, refused: unreadable(cell, 'ghi x nếu là máy mật, để trống nếu không', 'write x where it is so, else leave it empty') }
    : { value }
}

export function macSaid(cell: ListCell): Said<string | null> {
  const value = macOf(cell)
  return value === undefined
    ? {
        value: null,
        refused: unreadable(
          cell,
          'ghi 12 chữ số như B8:CA:3A:00:00:01, hoặc để trống',
          'write 12 digits such as B8:CA:3A:00:00:01, or leave it empty',
        ),
      }
    : { value }
}
