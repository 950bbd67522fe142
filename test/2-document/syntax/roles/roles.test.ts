import { describe, expect, test } from 'vitest'
import { toPseudoXml } from '../../../../src/2-document/pseudo-xml.ts'
import type { Role } from '../../../../src/2-document/role.ts'
import { parse } from '../../../../src/2-document/rst/parse.ts'
import type { Settings } from '../../../../src/2-document/settings.ts'
import { derivedRole } from '../../../../src/2-document/syntax/roles/derived.ts'
import { roles } from '../../../../src/2-document/syntax/roles/registry.ts'
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts'

const read = (source: string, settings: Settings = {}) => {
  const found: Diagnostic[] = []
  const document = parse(source, { ...settings, report: (diagnostic) => found.push(diagnostic) })
  const [paragraph] = document.children
  const tree = paragraph && 'children' in paragraph ? paragraph.children.map((node) => toPseudoXml(node)).join('') : ''
  return { tree: tree.trimEnd().split('\n'), codes: found.map(({ code }) => code) }
}

const built: readonly (readonly [source: string, ...tree: string[]])[] = [
  ['`a`', '<title_reference>', '    a'],
  [':t:`a`', '<title_reference>', '    a'],
  ['`a`:title:', '<title_reference>', '    a'],
  [':Title-Reference:`a`', '<title_reference>', '    a'],
  [':ab:`a`', '<abbreviation>', '    a'],
  [':ac:`a`', '<acronym>', '    a'],
  [':emphasis:`a\\ b`', '<emphasis>', '    ab'],
  [':strong:`a`', '<strong>', '    a'],
  [':literal:`a`', '<literal>', '    a'],
  [':sub:`2`', '<subscript>', '    2'],
  [':sup:`2`', '<superscript>', '    2'],
  [':code:`\\a`', '<literal classes="code">', '    \\a'],
  [':math:`\\alpha`', '<math>', '    \\alpha'],
  [':pep:`8`', '<reference refuri="https://peps.python.org/pep-0008">', '    PEP 8'],
  [':rfc:`2822#section-3`', '<reference refuri="https://tools.ietf.org/html/rfc2822.html#section-3">', '    RFC 2822'],
]

test.each(built)('%s', (source, ...tree) => {
  expect(read(source)).toEqual({ tree, codes: [] })
})

const mistakes: readonly (readonly [source: string, ...codes: string[]])[] = [
  [':nothing:`a`', 'rst/role-not-registered', 'rst/unknown-role'],
  [':constructor:`a`', 'rst/role-not-registered', 'rst/unknown-role'],
  [':pep:`-1`', 'rst/pep-number'],
  [':pep:`10000`', 'rst/pep-number'],
  [':rfc:`0`', 'rst/rfc-number'],
  [':rfc:`x`', 'rst/rfc-number'],
  [':rfc:`1_`', 'rst/rfc-number'],
  [':raw:`a`', 'rst/raw-role-without-format'],
  [':index:`a`', 'rst/role-not-implemented'],
  [':target:`a`', 'rst/role-not-implemented'],
]

test.each(mistakes)('%s is a mistake', (source, ...codes) => {
  expect(read(source)).toEqual({ tree: ['<problematic ids="problematic-1" refid="system-message-1">', `    ${source}`], codes })
})

describe('derived roles', () => {
  const derive = (name: string, base: string, options: Record<string, unknown>) => derivedRole(name, roles.get(base) as Role, options)

  test.each([
    ['a class', derive('x', 'emphasis', { class: ['big'] }), ['<emphasis classes="big">', '    a']],
    ['a language', derive('x', 'code', { class: ['x'], language: 'python' }), ['<literal classes="code x python">', '    a']],
    ['no language', derive('x', 'code', { class: ['x'], language: 'none' }), ['<literal classes="code x">', '    a']],
    ['a format', derive('x', 'raw', { class: ['x'], format: 'html' }), ['<raw classes="x" format="html" xml:space="preserve">', '    a']],
    [
      'derived from a derived one',
      derivedRole('x', derive('y', 'raw', { class: ['y'], format: 'html' }), { class: ['x'] }),
      ['<raw classes="x" format="html" xml:space="preserve">', '    a'],
    ],
  ])('%s', (_name, role, tree) => {
    expect(read(':x:`a`', { roles: [role] })).toEqual({ tree, codes: [] })
  })

  test('raw text switched off', () => {
    const role = derive('x', 'raw', { format: 'html' })
    expect(read(':x:`a`', { roles: [role], rawEnabled: false }).codes).toEqual(['rst/raw-role-disabled'])
  })
})
