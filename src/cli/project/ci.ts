/** The files by which a server checks every change of a new project, by their paths. */
export const ciFiles: Readonly<Record<'github' | 'gitlab', Readonly<Record<string, string>>>> = {
  github: {
    '.github/workflows/cluster.yml': `name: cluster
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install
      - run: npm run typecheck
      - run: npm test
      - run: npx lightcib check cluster.ts --format github
`,
  },
  gitlab: {
    '.gitlab-ci.yml': `check:
  image: node:22
  script:
    - npm install
    - npm run typecheck
    - npm test
    - npx lightcib check cluster.ts --format gitlab --output codequality.json
  artifacts:
    when: always
    reports:
      codequality: codequality.json
`,
  },
}
