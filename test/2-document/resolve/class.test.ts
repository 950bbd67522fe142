import { testResolved } from './resolved.ts'

testResolved('The class directive without a body', [
  {
    name: 'the next element',
    text: `
.. class:: a b

para
`,
    tree: `
<document source="deck.rst">
    <paragraph classes="a b">
        para
`,
    codes: [],
  },
  {
    name: 'past what is not seen',
    text: `
.. class:: a
.. class:: b
.. comment

para
`,
    tree: `
<document source="deck.rst">
    <comment xml:space="preserve">
        comment
    <paragraph classes="a b">
        para
`,
    codes: [],
  },
  {
    name: 'the next element around',
    text: `
- a

  .. class:: x

para
`,
    tree: `
<document source="deck.rst">
    <bullet_list bullet="-">
        <list_item>
            <paragraph>
                a
    <paragraph classes="x">
        para
`,
    codes: [],
  },
  {
    name: 'nothing left',
    text: `
para

.. class:: x
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        para
    <system_message level="3" line="3" source="deck.rst" type="ERROR">
        <paragraph>
            …
        <literal_block xml:space="preserve">
            .. class:: x
`,
    codes: ['document/class-without-element'],
  },
  {
    name: 'nothing left: the line is the last that the directive takes, blank or not',
    text: `
.. class:: x

.. comment
.. class:: y


.. comment
`,
    tree: `
<document source="deck.rst">
    <system_message level="3" line="2" source="deck.rst" type="ERROR">
        <paragraph>
            …
        <literal_block xml:space="preserve">
            .. class:: x
    <comment xml:space="preserve">
        comment
    <system_message level="3" line="6" source="deck.rst" type="ERROR">
        <paragraph>
            …
        <literal_block xml:space="preserve">
            .. class:: y
    <comment xml:space="preserve">
        comment
`,
    codes: ['document/class-without-element', 'document/class-without-element'],
  },
])
