import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commandLinesWith } from './runs.js'

/** What changes by itself: the pid that was given last, and random numbers. */
const volatile = /^\/proc\/sys\/kernel\/(ns_last_pid|random\/)/

/** What machines could leave on the host, and must not: settings of the kernel, network links, and all that is named after their folder. */
export function tracesOf(folder: string): readonly string[] {
  const name = basename(folder)
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => line.includes(name))
  const groups = mountsOf('cgroup2').flatMap((path) =>
    readdirSync(path).filter((group) => group.startsWith(name)),
  )
  return [
    ...['fs', 'kernel', 'vm'].flatMap((section) => settingsIn(`/proc/sys/${section}`)),
    ...readdirSync('/sys/class/net').map((link) => `link ${link}`),
    ...mounts.map((line) => `mount ${line}`),
    ...groups.map((group) => `control group ${group}`),
    ...commandLinesWith(name).map((line) => `process ${line}`),
  ]
}

/** Namespaces, as `pid:[4026532201]`, and when they were looked at: the kernel gives the number of one that is gone to others. */
interface Namespaces {
  readonly ids: ReadonlySet<string>
  /** In hundredths of a second since the host started, as /proc/PID/stat has it. */
  readonly at: number
}

/** The namespaces of the switch and of all machines that run, those of the host left out. */
export function namespacesOf(folder: string): Namespaces {
  const host = new Set(namespacesOfProcess('self'))
  const pids = readdirSync(folder)
    .filter((name) => name.endsWith('.pid'))
    .map((name) => readFileSync(join(folder, name), 'utf8').split(' ')[0] ?? '')
  const at = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * 100
  return { ids: new Set(pids.flatMap(namespacesOfProcess).filter((each) => !host.has(each))), at }
}

/** The processes that were in one of these namespaces then, and still are after they had five seconds to end. */
export function processesLeftIn(namespaces: Namespaces): readonly string[] {
  for (let tries = 0; tries < 50 && processesIn(namespaces).length > 0; tries++) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
  return processesIn(namespaces)
}

function processesIn({ ids, at }: Namespaces): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      const found = namespacesOfProcess(pid).filter((each) => ids.has(each))
      return found.length === 0 || startOf(pid) > at ? [] : [`process ${pid} in ${found.join(', ')}`]
    })
}

/** When a process started, later than anything where it has ended. */
function startOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19])
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** None of a process that has ended. */
function namespacesOfProcess(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/ns`).map((name) => readlinkSync(`/proc/${pid}/ns/${name}`))
  } catch {
    return []
  }
}

function mountsOf(type: string): readonly string[] {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([, path = '', mounted]) => (mounted === type ? [path] : []))
}

function settingsIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (volatile.test(path)) return []
    const stats = statSync(path)
    if (stats.isDirectory()) return settingsIn(path)
    if ((stats.mode & 0o200) === 0 || (stats.mode & 0o400) === 0) return []
    try {
      return [`${path} ${readFileSync(path, 'utf8').trim()}`]
    } catch {
      return []
    }
  })
}
