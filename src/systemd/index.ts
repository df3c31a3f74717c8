/** lightcib/systemd: the services that left Pacemaker, under systemd. */

export type { Service, ServicesOptions } from './services.js'
export { systemdServices } from './services.js'
export { toHandbook } from './to-handbook.js'
export { type SystemdFile, toSystemd } from './to-systemd.js'
