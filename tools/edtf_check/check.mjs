// Reads EDTF texts with the npm package edtf (BSD-2-Clause) and compares their earliest and latest moment with ours.
// Usage: node check.mjs SPECIFICATION EVENTS    (edtf_specification.txt; what `query` and `tag` write as jsonl)
// Status 1: a text is refused or read otherwise, or an exception below no longer is one.
import { readFileSync } from 'node:fs'
import edtf from 'edtf'

// Where the package is known to read another time, and why we do not follow it. Each is checked to differ still.
const exceptions = [
  [/^-?\d{4}-(2[1-9]|3[0-2])$/, 'it takes seasons as quarters of the calendar year, we as months of weather'],
  [/^\d{4}S\d$/, 'it gives the estimated year, we all years that agree in the significant digits'],
  [/^Y/, 'its long years have no moment, as ours have no interval'],
  [/T.*[+-]\d\d(:\d\d)?$/, 'it counts in UTC, we keep the civil time and drop the offset'],
]

const kRefused = 'refused'

// "2025-02-27", "-0215-08-02", "2025-02-27T20:30", "10000-01-01" -> milliseconds; our range's ends are open ones.
function moment (text) {
  if (text === '-9999-01-01') return -Infinity
  if (text === '10000-01-01') return Infinity
  const [, sign, year, rest] = /^(-?)(\d{4})(.*)$/.exec(text)
  return Date.parse(`${sign || '+'}00${year}${rest}${rest.includes('T') ? '' : 'T00:00'}Z`)
}

// Of a set the package gives the last member's beginning, so ask the member. An end that is empty or open is no end.
function bounds (value) {
  if (value.type === 'Set' || value.type === 'List') {
    const last = value.values.at(-1)
    return [value.min, value.later ? Infinity : (Array.isArray(last) ? last[1] : last).max]
  }
  if (value.type === 'Interval') {
    return [value.lower?.min ?? -Infinity, value.upper?.max ?? Infinity]
  }
  return [value.min, value.max]
}

// What differs, or nothing. A clock time is a moment there and a minute here. Years 0 to 9999 are all that XXXX may be.
function difference (text, begin, end) {
  let value
  try {
    value = edtf(text)
  } catch (error) {
    return `${kRefused}: ${error.message.split('\n')[0]}`
  }
  if (!begin) return ''
  const [min, max] = bounds(value)
  if (begin === 'outside') return Number.isNaN(min) ? 'no moment' : `reads ${min} to ${max}`
  const first = moment(begin)
  const after = end === '10000-01-01' && text.startsWith('XXXX') ? Date.parse('+010000-01-01T00:00Z') : moment(end)
  const same = text.includes('T') ? min >= first && max < after
    : min === first && (max === after || max === after - 1)
  return same ? '' : `reads ${shown(min)} to ${shown(max)}`
}

function shown (ms) {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : String(ms)
}

function rows () {
  const [specification, events] = process.argv.slice(2).map(path => readFileSync(path, 'utf8').split('\n'))
  const table = specification.filter(line => line && !line.startsWith('#')).map(line => line.split(' '))
  const found = new Map(table.map(([, text, begin, end]) => [text, [text, begin, end]]))
  for (const event of events.filter(Boolean).map(line => JSON.parse(line))) {
    const text = event.edtf
    if (!text) continue
    // What stays open in EDTF ends in the readings with what is known. The later part of a range tells no interval.
    if (!event.begin) {
      found.set(`${text} alone`, [text])
      continue
    }
    found.set(`${text} ${event.begin} ${event.end}`, [text, text.startsWith('../') ? '-9999-01-01' : event.begin,
      text.endsWith('/..') ? '10000-01-01' : event.end])
  }
  return [...found.values()]
}

let wrong = 0
const applied = new Set()
const checked = rows()
for (const [text, begin, end] of checked) {
  const differs = difference(text, begin, end)
  if (!begin && !differs) continue
  const exception = exceptions.find(([form]) => form.test(text))
  if (exception) applied.add(exception)
  if (Boolean(differs) === Boolean(exception) && !differs.startsWith(kRefused)) continue
  ++wrong
  console.error(!differs ? `edtf: ${text} is read as ours now: drop the exception "${exception[1]}"`
    : `edtf: ${text} is ${begin} to ${end} here; the other reader: ${differs}`)
}
for (const exception of exceptions) {
  if (applied.has(exception)) continue
  ++wrong
  console.error(`edtf: nothing needs the exception "${exception[1]}"`)
}
console.log(`edtf: ${checked.length} texts, ${wrong} wrong, ${applied.size} known differences`)
process.exitCode = wrong ? 1 : 0
