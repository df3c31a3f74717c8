export { type AnsibleOptions, toAnsible } from './to-ansible.js'
