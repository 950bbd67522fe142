import { testResolved } from './resolved.ts'

testResolved('Transitions', [
  {
    name: 'between blocks',
    text: `
a

----

b
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        a
    <transition>
    <paragraph>
        b
`,
    codes: [],
  },
  {
    name: 'at the end of a section: behind it',
    text: `
A
=

B
-

b

----

C
=

c
`,
    tree: `
<document source="deck.rst">
    <section ids="a" names="a">
        <title>
            A
        <section ids="b" names="b">
            <title>
                B
            <paragraph>
                b
    <transition>
    <section ids="c" names="c">
        <title>
            C
        <paragraph>
            c
`,
    codes: [],
  },
  {
    name: 'at the beginning',
    text: `
----

a
`,
    tree: `
<document source="deck.rst">
    <transition>
    <system_message level="2" line="1" source="deck.rst" type="WARNING">
        <paragraph>
            …
    <paragraph>
        a
`,
    codes: ['document/transition-at-beginning'],
  },
  {
    name: 'at the beginning, behind what is not seen',
    text: `
.. comment

----

a
`,
    tree: `
<document source="deck.rst">
    <comment xml:space="preserve">
        comment
    <transition>
    <system_message level="2" line="3" source="deck.rst" type="WARNING">
        <paragraph>
            …
    <paragraph>
        a
`,
    codes: ['document/transition-at-beginning'],
  },
  {
    name: 'at the end',
    text: `
a

----
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        a
    <transition>
    <system_message level="2" line="3" source="deck.rst" type="WARNING">
        <paragraph>
            …
`,
    codes: ['document/transition-at-end'],
  },
  {
    name: 'at the end, before what is not seen',
    text: `
a

----

.. comment
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        a
    <transition>
    <system_message level="2" line="3" source="deck.rst" type="WARNING">
        <paragraph>
            …
    <comment xml:space="preserve">
        comment
`,
    codes: ['document/transition-at-end'],
  },
  {
    name: 'twice',
    text: `
a

----

----

b
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        a
    <transition>
    <transition>
    <system_message level="2" line="5" source="deck.rst" type="WARNING">
        <paragraph>
            …
    <paragraph>
        b
`,
    codes: ['document/adjacent-transitions'],
  },
  {
    name: 'twice at the end of a section',
    text: `
A
=

a

----

----

B
=

b
`,
    tree: `
<document source="deck.rst">
    <section ids="a" names="a">
        <title>
            A
        <paragraph>
            a
        <transition>
    <transition>
    <system_message level="2" line="8" source="deck.rst" type="WARNING">
        <paragraph>
            …
    <section ids="b" names="b">
        <title>
            B
        <paragraph>
            b
`,
    codes: ['document/adjacent-transitions'],
  },
  {
    name: 'where they are written, for decks',
    settings: { transitionXform: false },
    text: `
----

a

----

----
`,
    tree: `
<document source="deck.rst">
    <transition>
    <paragraph>
        a
    <transition>
    <transition>
`,
    codes: [],
  },
])
