export { defaultRates, type HttpOptions, type Rates, readHttpOptions } from './options.ts'
export { type Served, serve } from './serve.ts'
export { buildServer } from './server.ts'
export { setPassword } from './sign-in/passwords.ts'
