import { readdirSync, readFileSync, statSync } from 'node:fs'
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
