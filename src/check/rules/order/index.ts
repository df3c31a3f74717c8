import type { Rule } from '../../rule.js'
import { rule as orderBeforePromotion } from './order-before-promotion.js'
import { rule as orderBundlePromotion } from './order-bundle-promotion.js'
import { rule as orderDefeated } from './order-defeated.js'
import { rule as orderImplied } from './order-implied.js'
import { rule as orderMissingThenAction } from './order-missing-then-action.js'
import { rule as orderNotPromotable } from './order-not-promotable.js'
import { rule as orderRequireAll } from './order-require-all.js'
import { rule as orderScore } from './order-score.js'
import { rule as orderSerialize } from './order-serialize.js'
import { rule as orderWithHost } from './order-with-host.js'
import { rule as vipBeforeService } from './vip-before-service.js'

/** Rules about orders. */
export const orderRules: readonly Rule[] = [
  orderMissingThenAction,
  orderNotPromotable,
  orderBundlePromotion,
  orderBeforePromotion,
  orderWithHost,
  orderSerialize,
  vipBeforeService,
  orderDefeated,
  orderImplied,
  orderScore,
  orderRequireAll,
]
