import { testResolved } from './resolved.ts'

testResolved('Titles and subtitles', [
  {
    name: 'lone sections become title and subtitle',
    text: `
.. first

Title
=====

.. second

Sub
---

text

C
~
`,
    tree: `
<document ids="title" names="title" source="deck.rst" title="Title">
    <title>
        Title
    <subtitle ids="sub" names="sub">
        Sub
    <comment xml:space="preserve">
        first
    <comment xml:space="preserve">
        second
    <paragraph>
        text
    <section ids="c" names="c">
        <title>
            C
`,
    codes: [],
  },
  {
    name: 'not behind text',
    text: `
text

Title
=====
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        text
    <section ids="title" names="title">
        <title>
            Title
`,
    codes: [],
  },
  {
    name: 'targets and classes go along',
    text: `
.. class:: c
.. _t:

Title
=====

t_
`,
    tree: `
<document classes="c" ids="title t" names="title t" source="deck.rst" title="Title">
    <title>
        Title
    <target refid="t">
    <paragraph>
        <reference name="t" refid="t">
            t
`,
    codes: [],
  },
  {
    name: 'not if switched off',
    settings: { doctitleXform: false },
    text: `
Title
=====

`,
    tree: `
<document source="deck.rst">
    <section ids="title" names="title">
        <title>
            Title
`,
    codes: [],
  },
  {
    name: 'metadata from the settings',
    settings: { title: 'Other' },
    text: `
Title
=====

`,
    tree: `
<document ids="title" names="title" source="deck.rst" title="Other">
    <title>
        Title
`,
    codes: [],
  },
  {
    name: 'section subtitles if switched on',
    settings: { sectsubtitleXform: true },
    text: `
a

B
=

C
-

b

D
=

c
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        a
    <section ids="b" names="b">
        <title>
            B
        <subtitle ids="c" names="c">
            C
        <paragraph>
            b
    <section ids="d" names="d">
        <title>
            D
        <paragraph>
            c
`,
    codes: [],
  },
])
