import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { faultOfDate } from '../../src/check/rules/condition/iso8601.js'
import { randomOf } from '../support/random.js'
import { describeWith } from '../support/tools.js'

const two = (number: number) => String(number).padStart(2, '0')

/** Days at the ends of months, weeks and years, in each of the forms that Pacemaker reads. */
const random = randomOf(Number(process.env.SEED ?? 1))
const dates = Array.from({ length: Number(process.env.FUZZ ?? 120) }, () => {
  const year = random.between(1999, 2032)
  const time = random.pick(['', '', ' 23:59', 'T10:30:00Z', ' 24:00:01', ' 10:30 +02:00', 'T25:00', ' 10:60'])
  const day = random.pick([
    `${year}-${two(random.between(0, 13))}-${two(random.between(28, 32))}`,
    `${year}${two(random.between(1, 12))}${two(random.between(28, 31))}`,
    `${year}-W${two(random.between(51, 54))}-${random.between(0, 8)}`,
    `${year}-${random.between(364, 367)}`,
  ])
  return day + time
})

test('years of 53 weeks have a 53rd week, others have none', () => {
  const with53 = [2004, 2009, 2015, 2020, 2026, 2032]
  const years = Array.from({ length: 29 }, (_, at) => 2004 + at)
  expect(years.filter((year) => faultOfDate(`${year}-W53-1`) === undefined)).toEqual(with53)
})

describeWith(['iso8601'], 'dates', () => {
  const isRead = (date: string) =>
    new Promise<boolean>((resolve) => {
      execFile('iso8601', ['--date', date], (_error, output) => resolve(output.startsWith('Date: ')))
    })

  test('are wrong where Pacemaker cannot read them', async () => {
    const read = await Promise.all(dates.map(isRead))
    expect(dates.filter((date, at) => (faultOfDate(date) === undefined) !== read[at])).toEqual([])
    expect(new Set(read).size).toBe(2)
  })
})
