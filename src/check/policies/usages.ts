/** How each policy is named on the command line, by its name; without the policies, so that help loads none. */
export const policyUsages = {
  'no-order-cycle': 'no-order-cycle',
  'vip-with-haproxy': 'vip-with-haproxy[=VIP,...,haproxy=ID,except=VIP]',
  'runs-only-with': 'runs-only-with=RSC[:ROLE],WITH-RSC[:ROLE]',
  'never-runs-with': 'never-runs-with=RSC,WITH-RSC',
  'starts-after': 'starts-after=RSC,FIRST',
  'stays-until': 'stays-until=RSC,UNTIL',
  'failure-never-stops': 'failure-never-stops=FAILING,RSC',
  'failure-stays-within': 'failure-stays-within=FAILING,ACTIONS',
  recovers: 'recovers=RSC[,FAILURES]',
  'no-single-point': 'no-single-point',
  light: 'light[=SERVICE,...]',
} as const satisfies Readonly<Record<string, string>>

export type PolicyName = keyof typeof policyUsages
