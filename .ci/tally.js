// Prints the closing line that CI reads: how many tests passed and failed.
import { readFileSync } from 'node:fs'
import process from 'node:process'

const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`)
