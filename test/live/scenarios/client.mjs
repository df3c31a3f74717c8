/**
 * Asks addresses so many times a second, each request with a connection of its own, and prints for each:
 * when it began (milliseconds since 1970), which address, how long it took, and the answer, or why there is none.
 *   node client.mjs PER_SECOND HOST:PORT=TEXT...
 */
import { connect } from 'node:net'

const [perSecond, ...targets] = process.argv.slice(2)
const patience = 2000

/** The last line of the answer; it ends when the other side closes, or after one line where a service does not. */
function ask(host, port, text) {
  return new Promise((done) => {
    let answer = ''
    const socket = connect({ host, port })
    const timer = setTimeout(() => end('error: no answer'), patience)
    const end = (outcome) => {
      clearTimeout(timer)
      socket.destroy()
      done(outcome)
    }
    socket.on('connect', () => socket.write(text))
    socket.on('error', (error) => end(`error: ${error.code}`))
    socket.on('data', (data) => {
      answer += data
      if (!text.startsWith('GET') && answer.endsWith('\n')) end(answer.trim())
    })
    socket.on('close', () => end(answer === '' ? 'error: closed' : (answer.trim().split('\n').at(-1) ?? '')))
  })
}

for (const target of targets) {
  const [address = '', text = ''] = target.split('=')
  const [host, port] = address.split(':')
  setInterval(async () => {
    const start = Date.now()
    const outcome = await ask(host, port, `${text}\r\n${text.startsWith('GET') ? '\r\n' : ''}`)
    process.stdout.write(`${start} ${address} ${Date.now() - start} ${outcome}\n`)
  }, 1000 / Number(perSecond))
}
