/** Builders of the DSL that remember the line that calls them, for the findings about what they build. */
import { ArgumentError } from '../../diagnostics/argument-error.js'
import { type Origin, setOrigin } from '../../model/origin.js'
import { describeValue } from '../../model/wellformed/describe.js'

type Build = (...given: readonly unknown[]) => unknown

/** Frames of a stack that are remembered: builders are called in loops and helper functions, not deep inside packages. */
const frames = 8

/** The builders, each under its name, remembering where it is called; other values as they are. */
export function traced<Builders extends object>(builders: Builders): Builders {
  const entries = Object.entries(builders).map(([name, value]) => [name, tracedValue(name, value)])
  return Object.fromEntries(entries)
}

function tracedValue(name: string, value: unknown): unknown {
  if (typeof value === 'function') return tracedBuilder(name, value as Build)
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get: (target, key) => tracedValue(`${name}.${String(key)}`, Reflect.get(target, key)),
  })
}

function tracedBuilder(name: string, build: Build): Build {
  const builder: Build = (...given) => {
    const origin: Origin = {}
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = frames
    Error.captureStackTrace(origin, builder)
    Error.stackTraceLimit = limit
    try {
      return withOrigin(build(...given), origin)
    } catch (thrown) {
      throw clearError(thrown, name, given, builder)
    }
  }
  return builder
}

/** What was built, or what builds it once its owner is known. */
function withOrigin(built: unknown, origin: Origin): unknown {
  if (typeof built === 'function') {
    return (...context: readonly unknown[]) => withOrigin((built as Build)(...context), origin)
  }
  if (typeof built === 'object' && built !== null) setOrigin(built, origin)
  return built
}

/** Instead of an error from inside the library: which arguments it cannot use. */
function clearError(thrown: unknown, name: string, given: readonly unknown[], builder: Build): unknown {
  const isOurs = thrown instanceof TypeError || thrown instanceof RangeError
  if (!isOurs || thrown instanceof ArgumentError) return thrown
  const list = given.map(describeValue).join(', ')
  const error = new ArgumentError(
    `${name}() was given ${list === '' ? 'nothing' : list}: not what it accepts`,
  )
  Error.captureStackTrace(error, builder)
  return error
}
