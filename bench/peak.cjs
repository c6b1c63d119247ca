// Preloaded into a measured program: tells its peak memory (kB) when it ends.
const process = require('node:process')

process.on('exit', () => {
  process.stderr.write(`\nmaxrss=${process.resourceUsage().maxRSS}\n`)
})
