export { defaultPolicies } from './default.js'
export { type VipWithHaproxyOptions, vipWithHaproxy } from './vip-with-haproxy.js'
