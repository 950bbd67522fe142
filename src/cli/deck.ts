#!/usr/bin/env node
import { run } from './run.ts'

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  stdin: readStdin,
  colour: process.env['NO_COLOR'] ? false : process.env['FORCE_COLOR'] !== undefined || process.stderr.isTTY === true,
})
