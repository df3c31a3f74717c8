import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SystemdFile } from 'lightcib/systemd'
import { run } from './tools.js'

const nobody = 65534

/** A folder in which systemd finds units as in `/`, and what the real programs make of them. Nothing runs. */
export class SystemdRoot {
  readonly folder = mkdtempSync(join(tmpdir(), 'lightcib-systemd-'))
  readonly #units = new Set<string>()

  constructor() {
    for (const target of ['sysinit', 'basic', 'shutdown', 'multi-user']) {
      this.#write(`usr/lib/systemd/system/${target}.target`, '[Unit]\nDefaultDependencies=no\n')
    }
    mkdirSync(join(this.folder, 'bin'))
    writeFileSync(join(this.folder, 'bin/true'), '', { mode: 0o755 })
  }

  /** A unit as a package installs it, with these options of its section [Service]. */
  unit(name: string, options: readonly string[] = []): void {
    this.#units.add(name)
    this.#write(
      `usr/lib/systemd/system/${name}`,
      ['[Service]', 'ExecStart=/bin/true', ...options, ''].join('\n'),
    )
  }

  install(files: readonly SystemdFile[]): void {
    for (const { path, text } of files) this.#write(path, text)
  }

  /** What `systemd-analyze verify` has against the units: nothing where it accepts them. */
  verify(units: readonly string[]) {
    const { status, stderr } = run('systemd-analyze', [`--root=${this.folder}`, 'verify', '--', ...units])
    return { status, findings: stderr }
  }

  /** The same for a boot that starts all units. */
  verifyTogether() {
    this.#writeTarget()
    return this.verify(['all.target'])
  }

  /** What systemd read of each unit, by the names of its dump: `Restart`, `After`. A dependency has several values. */
  dump(): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
    this.#writeTarget()
    const runtime = join(this.folder, 'run/systemd')
    mkdirSync(runtime, { recursive: true })
    run('chmod', ['-R', 'a+rX', this.folder])
    if (process.getuid?.() === 0)
      for (const path of [runtime, dirname(runtime)]) chownSync(path, nobody, nobody)
    const paths = ['etc/systemd/system', 'usr/lib/systemd/system'].map((path) => join(this.folder, path))
    const drop = process.getuid?.() === 0 ? ['setpriv', `--reuid=${nobody}`, '--clear-groups'] : []
    const [program = '', ...args] = [
      ...drop,
      ...['env', '-i', `XDG_RUNTIME_DIR=${dirname(runtime)}`, `SYSTEMD_UNIT_PATH=${paths.join(':')}`],
      ...['/lib/systemd/systemd', '--test', '--user', '--no-pager', '--unit=all.target'],
    ]
    const units = new Map<string, Map<string, string[]>>()
    let values = new Map<string, string[]>()
    for (const line of run(program, args).stdout.split('\n')) {
      const [, unit] = /^\t-> Unit (.*):$/.exec(line) ?? []
      const [, name, value = ''] = /^\t\t(\w+): (.*)$/.exec(line) ?? []
      if (unit !== undefined) {
        values = new Map()
        units.set(unit, values)
      } else if (name !== undefined) {
        const known = values.get(name)
        // A dependency is followed by where it comes from.
        const word = value.replace(/ \((?:origin|destination)-.*\)$/, '')
        if (known === undefined) values.set(name, [word])
        else known.push(word)
      }
    }
    return units
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }

  #writeTarget(): void {
    const units = [...this.#units].join(' ')
    this.#write('usr/lib/systemd/system/all.target', `[Unit]\nWants=${units}\nAfter=${units}\n`)
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }
}
