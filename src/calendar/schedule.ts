import { type Day, dayOf } from '../core/day.ts'

/** What one year's notice changes about Monday to Friday: weekdays off, and Saturdays and Sundays worked. */
export type Year = { readonly off: readonly Day[]; readonly worked: readonly Day[] }

export type Schedule = Readonly<Record<number, Year>>

/**
 * 国务院办公厅《关于××年部分节假日安排的通知》, 2018–2026: 国办发明电〔2017〕12号, 〔2018〕15号, 〔2019〕16号, 〔2020〕27号,
 * 〔2021〕11号, the one of 8 December 2022, 〔2023〕7号, 〔2024〕12号, 〔2025〕7号; with 〔2019〕3号, which moved 1 May 2019 (28 April and
 * 5 May worked), and the Spring Festival extension of 2020 (〔2020〕1号). All were read and compared on 2026-11-29. A year whose
 * notice is not there is refused.
 * The last days of a year may be moved by the next year's notice, as 29 and 31 December 2018 were.
 */
export const SCHEDULE: Schedule = {
  2018: year(
    2018,
    '0101 0215 0216 0219 0220 0221 0405 0406 0430 0501 0618 0924 1001 1002 1003 1004 1005 1231',
    '0211 0224 0408 0428 0929 0930 1229',
  ),
  2019: year(
    2019,
    '0101 0204 0205 0206 0207 0208 0405 0501 0502 0503 0607 0913 1001 1002 1003 1004 1007',
    '0202 0203 0428 0505 0929 1012',
  ),
  2020: year(
    2020,
    '0101 0124 0127 0128 0129 0130 0131 0406 0501 0504 0505 0625 0626 1001 1002 1005 1006 1007 1008',
    '0119 0426 0509 0628 0927 1010',
  ),
  2021: year(
    2021,
    '0101 0211 0212 0215 0216 0217 0405 0503 0504 0505 0614 0920 0921 1001 1004 1005 1006 1007',
    '0207 0220 0425 0508 0918 0926 1009',
  ),
  2022: year(
    2022,
    '0103 0131 0201 0202 0203 0204 0404 0405 0502 0503 0504 0603 0912 1003 1004 1005 1006 1007',
    '0129 0130 0402 0424 0507 1008 1009',
  ),
  2023: year(
    2023,
    '0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006',
    '0128 0129 0423 0506 0625 1007 1008',
  ),
  2024: year(
    2024,
    '0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007',
    '0204 0218 0407 0428 0511 0914 0929 1012',
  ),
  2025: year(
    2025,
    '0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008',
    '0126 0208 0427 0928 1011',
  ),
  2026: year(
    2026,
    '0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007',
    '0104 0214 0228 0509 0920 1010',
  ),
}

/** Days are written as the table of a notice is typed: MMDD, with spaces between. */
function year(number: number, off: string, worked: string): Year {
  const days = (text: string) =>
    text.split(' ').map((mmdd) => dayOf(number, Number(mmdd.slice(0, 2)), Number(mmdd.slice(2)))!)
  return { off: days(off), worked: days(worked) }
}
