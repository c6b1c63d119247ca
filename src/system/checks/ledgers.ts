import type { LedgerSpec } from '../../core/ledger.ts'
import { itemsOf } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { unlike, unlikeNames } from './twice.ts'

export function checkLedgers(check: Check, file: object): void {
  const ledgers = itemsOf(file, 'ledgers')
  unlike(check, ledgers, 'id')
  unlike(check, ledgers, 'name')
  for (const ledger of ledgers) {
    unlikeNames(check, itemsOf(ledger, 'columns'), 'also')
    if (check.sound<LedgerSpec>(ledger)) checkKey(check, ledger)
  }
}

function checkKey(check: Check, { key, columns }: LedgerSpec): void {
  const names = columns.map(({ name }) => name)
  key.forEach((column, index) => {
    if (!names.includes(column)) check.tell(key, index, `本台账没有${quoted(column)}这一列${hint(column, names)}`)
  })
}
