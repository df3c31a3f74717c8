import { type Cluster, nvpairValue, type Primitive } from '../../model/index.js'
import { templateOf } from '../../model/templates.js'

/** The value of a parameter, the primitive's own or its template's, from sets without a rule. */
export function parameterOf(cluster: Cluster, primitive: Primitive, name: string): string | undefined {
  const own = nvpairValue(primitive.instanceAttributes, name)
  return own ?? nvpairValue(templateOf(cluster, primitive)?.instanceAttributes ?? [], name)
}
