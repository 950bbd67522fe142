import { describe, expect, it } from 'vitest'
import type { Directive, Node, Role } from '../../../../src/rst.ts'
import { read } from './read.ts'

/** A box that says how long something takes, as a deck.config.mjs would declare it. */
const timer: Directive = {
  name: 'timer',
  arguments: { required: 1, optional: 1, finalWhitespace: true },
  options: {
    minutes: (text) => (Number(text) > 0 ? { value: Number(text) } : { problem: 'a number of minutes is expected' }),
    loud: (text) => (text ? { problem: 'it takes no value' } : { value: true }),
  },
  content: true,
  run({ arguments: [id = '', label], content, options, position }, tools) {
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'timer' })]
    const classes = ['timer', id, `m${options['minutes'] ?? 5}`, ...(options['loud'] ? ['loud'] : [])]
    const children = tools.parseBlocks(content)
    if (label !== undefined) children.unshift({ type: 'rubric', children: [{ type: 'text', value: label, position }], position })
    return [{ type: 'container', classes, children, position }]
  },
}

const shout: Role = {
  name: 'shout',
  run: ({ text, position, textPosition }) => ({
    nodes: [{ type: 'strong', children: [{ type: 'text', value: text.toUpperCase(), position: textPosition }], position }],
    messages: [],
  }),
}

const cases = [
  {
    name: 'arguments, options and content reach it',
    text: '.. timer:: tea time for tea\n   :minutes: 3\n   :loud:\n\n   *Wait*\n',
    tree: `<document source="test data">
    <container classes="timer tea m3 loud">
        <rubric>
            time for tea
        <paragraph>
            <emphasis>
                Wait
`,
    diagnostics: '',
  },
  {
    name: 'its options are checked before it runs',
    text: '.. timer:: tea\n   :minutes: many\n\n   x\n',
    tree: `<document source="test data">
    <system_message level="3" line="1" source="test data" type="ERROR">
        <paragraph>
            …
        <literal_block xml:space="preserve">
            .. timer:: tea
               :minutes: many
            
               x
`,
    diagnostics: 'rst/directive-option-value 1:1',
  },
  {
    name: 'a missing argument is reported',
    text: '.. timer::\n\n   x\n',
    tree: `<document source="test data">
    <system_message level="3" line="1" source="test data" type="ERROR">
        <paragraph>
            …
        <literal_block xml:space="preserve">
            .. timer::
            
               x
`,
    diagnostics: 'rst/directive-arguments-missing 1:1',
  },
  {
    name: 'it reports what it finds itself',
    text: '* .. timer:: tea\n',
    tree: `<document source="test data">
    <bullet_list bullet="*">
        <list_item>
            <system_message level="3" line="1" source="test data" type="ERROR">
                <paragraph>
                    …
                <literal_block xml:space="preserve">
                    .. timer:: tea
`,
    diagnostics: 'rst/directive-empty 1:3',
  },
]

describe('a directive of the settings', () => {
  it.each(cases)('$name', ({ text, tree, diagnostics }) => {
    const got = read(text, { directives: [timer] })
    expect(got.tree).toBe(tree)
    expect(got.diagnostics).toBe(diagnostics)
  })

  it('wins over a standard one of its name', () => {
    const note: Directive = { name: 'note', content: true, run: ({ position }) => [{ type: 'container', children: [], position }] }
    expect(read('.. note:: x\n', { directives: [note] }).tree).toBe('<document source="test data">\n    <container>\n')
  })

  it('is told that an id it gives is another element’s', () => {
    const marked: Directive = {
      name: 'marked',
      run({ position }, { names }) {
        const node: Node = { type: 'container', ids: ['a'], children: [], position }
        names.noteExplicitTarget(node)
        return [node]
      },
    }
    expect(read('A\n=\n\n.. marked::\n', { directives: [marked] }).diagnostics).toBe('rst/duplicate-id 4:1')
  })

  it('can build on a role of the settings', () => {
    const { tree, diagnostics } = read('.. default-role:: shout\n\n`hey` :shout:`ho`\n', { roles: [shout] })
    expect(tree).toBe(`<document source="test data">
    <paragraph>
        <strong>
            HEY
         
        <strong>
            HO
`)
    expect(diagnostics).toBe('')
  })
})

describe('settings', () => {
  const disabled = (text: string, settings = {}) => read(text, settings).diagnostics
  const warning = 'rst/directive-disabled 1:1'

  it.each(['.. include:: inc2.txt\n', '.. raw:: html\n   :file: raw.html\n', '.. csv-table::\n   :file: data.csv\n'])(
    'forbid reading files: %j',
    (text) => {
      expect(disabled(text, { fileInsertionEnabled: false })).toBe(warning)
      expect(disabled(text, { readFile: undefined })).toBe(warning)
    },
  )

  it('forbid raw text', () => {
    expect(disabled('.. raw:: html\n\n   <b>\n', { rawEnabled: false })).toBe(warning)
  })

  it('limit the length of included lines', () => {
    expect(disabled('.. include:: long.txt\n', { lineLengthLimit: 30 })).toBe('rst/include-long-line 1:1')
  })
})
