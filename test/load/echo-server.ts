/** A bare Fastify route that gives back the JSON it got: what the collector's check-ins are measured against. */
import Fastify from 'fastify'

const app = Fastify()
app.post('/echo', async (request) => request.body)
const address = await app.listen({ port: 0, host: '127.0.0.1' })
console.log(`echo: ${address}`)
