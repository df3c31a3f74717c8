import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** The program of an alert, named without its folder. */
export const rule = defineRule<{ id: string; path: string }>({
  code: 'alert-path-relative',
  severity: 'warning',
  message: ({ id, path }) =>
    `the path ${quote(path)} of alert ${quote(id)} is relative: Pacemaker looks for the program from its own working folder, and the alert is never sent`,
  hint: ({ path }) =>
    `write where it is on every node, as in /usr/share/pacemaker/alerts/${path.split('/').at(-1)}`,
  visit: {
    alert: (place, { report }) => {
      const { id = '', path } = place.element
      if (path !== undefined && !path.startsWith('/')) report({ place, attribute: 'path' }, { id, path })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The path of an alert does not begin with a slash.',
  why: 'Pacemaker executes the program by its path as it is written, without a search in PATH. That it is not found is a line in the log of the node, when something has failed already.',
  source: 'Pacemaker Explained, alerts (the path of the program on all nodes)',
  wrong: `cluster({ alerts: [alert('mail', 'alert_smtp.sh')] })`,
  right: `cluster({ alerts: [alert('mail', '/usr/share/pacemaker/alerts/alert_smtp.sh')] })`,
  fix: 'pcs alert update mail path=/usr/share/pacemaker/alerts/alert_smtp.sh',
}
