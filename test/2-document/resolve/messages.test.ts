import { testResolved } from './resolved.ts'

testResolved('Messages and comments', [
  {
    name: 'below the report level',
    settings: { reportLevel: 4 },
    text: `
bad *markup and x_

.. foo::
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        bad 
        *
        markup and 
        x_
`,
    codes: ['document/unknown-target'],
  },
  {
    name: 'gathered in a section',
    settings: { messageSection: true },
    text: `
x_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            x_
    <section classes="system-messages">
        <title>
            Docutils System Messages
        <system_message backrefs="problematic-1" ids="system-message-1" level="3" line="1" source="deck.rst" type="ERROR">
            <paragraph>
                …
`,
    codes: ['document/unknown-target'],
  },
  {
    name: 'gathered and filtered',
    settings: { messageSection: true, reportLevel: 4 },
    text: `
a_

.. _a: http://a
.. _b: http://b

c_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference name="a" refuri="http://a">
            a
    <target ids="a" names="a" refuri="http://a">
    <target ids="b" names="b" refuri="http://b">
    <paragraph>
        c_
`,
    codes: ['document/unknown-target', 'document/unreferenced-target'],
  },
  {
    name: 'a target that nothing refers to',
    text: `
.. _a: http://a
`,
    tree: `
<document source="deck.rst">
    <target ids="a" names="a" refuri="http://a">
`,
    codes: ['document/unreferenced-target'],
  },
  {
    name: 'comments stripped',
    settings: { stripComments: true },
    text: `
.. a

b

.. c
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        b
`,
    codes: [],
  },
  {
    name: 'ids with prefixes',
    settings: { idPrefix: 'p-', autoIdPrefix: 'id' },
    text: `
a_ [#]_

.. [#] x
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="p-id4" refid="p-id3">
            a_
         
        <footnote_reference auto="1" ids="p-id1" refid="p-id2">
            1
    <footnote auto="1" backrefs="p-id1" ids="p-id2" names="1">
        <label>
            1
        <paragraph>
            x
`,
    codes: ['document/unknown-target'],
  },
])
