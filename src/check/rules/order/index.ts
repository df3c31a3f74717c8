import type { Rule } from '../../rule.js'
import { rule as orderBeforePromotion } from './order-before-promotion.js'
import { rule as orderRequireAll } from './order-require-all.js'
import { rule as orderScore } from './order-score.js'
import { rule as orderWithHost } from './order-with-host.js'

/** Rules about orders. */
export const orderRules: readonly Rule[] = [orderBeforePromotion, orderWithHost, orderScore, orderRequireAll]
