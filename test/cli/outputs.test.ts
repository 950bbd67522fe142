import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOutputs } from '../../src/cli/outputs.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-outputs-'))
  for (const folder of ['talks', 'other', 'empty', 'out', 'own', 'page.html']) mkdirSync(join(cwd, folder))
  for (const file of ['a.rst', 'talks/b.rst', 'talks/c.md', 'talks/notes.txt', 'other/b.md', 'other/b.rst', 'own/index.rst', 'own/x.rst'])
    writeFileSync(join(cwd, file), '')
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const plan = (inputs: string[], output?: string) => {
  const { jobs, index, problem } = planOutputs(inputs, output, cwd)
  const short = (path: string): string => path.replace(`${cwd}/`, '')
  return {
    jobs: jobs.map((job) => `${short(job.input)} > ${short(job.output)}`),
    ...(index === undefined ? {} : { index: short(index) }),
    ...(problem === undefined ? {} : { problem }),
  }
}

describe('planOutputs', () => {
  it.each<[string, string[], string | undefined, ReturnType<typeof plan>]>([
    ['one deck goes beside its source', ['a.rst'], undefined, { jobs: ['a.rst > a.html'] }],
    ['to the file that -o names', ['a.rst'], 'x/talk.html', { jobs: ['a.rst > x/talk.html'] }],
    ['into the folder that -o names', ['a.rst'], 'out', { jobs: ['a.rst > out/a.html'] }],
    ['into a new folder, with a slash', ['a.rst'], 'new/', { jobs: ['a.rst > new/a.html'] }],
    ['to standard output', ['a.rst'], '-', { jobs: ['a.rst > -'] }],
    ['standard input goes to standard output', ['-'], undefined, { jobs: ['- > -'] }],
    ['standard input to a file', ['-'], 'x.html', { jobs: ['- > x.html'] }],
    ['Hovercraft’s target folder', ['a.rst', 'target'], undefined, { jobs: ['a.rst > target/index.html'] }],
    ['Hovercraft’s target folder that exists', ['a.rst', 'out/'], undefined, { jobs: ['a.rst > out/index.html'] }],
    [
      'several decks go beside their sources',
      ['a.rst', 'talks/b.rst'],
      undefined,
      { jobs: ['a.rst > a.html', 'talks/b.rst > talks/b.html'] },
    ],
    [
      'a folder becomes a site with an index',
      ['talks'],
      'site',
      { jobs: ['talks/b.rst > site/b.html', 'talks/c.md > site/c.html'], index: 'site/index.html' },
    ],
    [
      'a deck in both languages becomes two pages',
      ['talks/b.rst', 'other/b.md'],
      'site',
      { jobs: ['talks/b.rst > site/b.rst.html', 'other/b.md > site/b.md.html'], index: 'site/index.html' },
    ],
    [
      'a folder may be called like a page',
      ['a.rst', 'talks/b.rst'],
      'page.html',
      { jobs: ['a.rst > page.html/a.html', 'talks/b.rst > page.html/b.html'], index: 'page.html/index.html' },
    ],
    [
      'also one that is new, with a slash',
      ['talks/b.rst', 'a.rst'],
      'one.html/',
      { jobs: ['talks/b.rst > one.html/b.html', 'a.rst > one.html/a.html'], index: 'one.html/index.html' },
    ],
    ['Hovercraft’s target folder, called like a page', ['a.rst', 'page.html'], undefined, { jobs: ['a.rst > page.html/index.html'] }],
    ['an index of the author’s own stays', ['own'], 'site', { jobs: ['own/index.rst > site/index.html', 'own/x.rst > site/x.html'] }],
  ])('%s', (_name, inputs, output, expected) => {
    expect(plan(inputs, output)).toEqual(expected)
  })

  it.each<[string, string[], string | undefined, RegExp]>([
    ['a folder without a deck', ['empty'], undefined, /no deck .* in empty/],
    ['two pages of one name', ['talks/b.rst', 'other/b.rst'], 'site', /Two decks would be written to .*b\.rst\.html/],
    ['several pages to standard output', ['talks'], '-', /standard output/],
    ['several decks in one page', ['a.rst', 'talks/b.rst'], 'one.html', /Several pages cannot go into “one\.html”: name a folder with -o/],
    ['a folder of decks in one page', ['talks'], 'new/one.htm', /Several pages cannot go into “new\/one\.htm”/],
    [
      'several decks in a file that is there',
      ['a.rst', 'talks/b.rst'],
      'talks/notes.txt',
      /Several pages cannot go into “talks\/notes\.txt”/,
    ],
    ['a page for Hovercraft’s target folder', ['a.rst', 'one.html'], undefined, /“one\.html” is the name of a page: write -o one\.html/],
    ['standard input among several', ['-', 'a.rst'], undefined, /Standard input is one deck/],
    ['standard input among several, with a folder', ['a.rst', '-'], 'site', /Standard input is one deck/],
  ])('is wrong use: %s', (_name, inputs, output, problem) => {
    expect(plan(inputs, output)).toMatchObject({ jobs: [], problem: expect.stringMatching(problem) })
  })
})
