import { testResolved } from './resolved.ts'

testResolved('Where references lead', [
  {
    name: 'to an address',
    text: `
a_ and \`A\`_

.. _a: http://a
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference name="a" refuri="http://a">
            a
         and 
        <reference name="A" refuri="http://a">
            A
    <target ids="a" names="a" refuri="http://a">
`,
    codes: [],
  },
  {
    name: 'to what follows a target, or several',
    text: `
.. _a:
.. _b:

para a_ b_
`,
    tree: `
<document source="deck.rst">
    <target refid="a">
    <target refid="b">
    <paragraph ids="b a" names="b a">
        para 
        <reference name="a" refid="a">
            a
         
        <reference name="b" refid="b">
            b
`,
    codes: [],
  },
  {
    name: 'past messages, not into comments or footnotes',
    text: `
.. _a:

.. [1] note

.. _b:

.. comment

.. _c:

a_ b_ c_ [1]_
`,
    tree: `
<document source="deck.rst">
    <target ids="a" names="a">
    <footnote backrefs="footnote-reference-1" ids="footnote-1" names="1">
        <label>
            1
        <paragraph>
            note
    <target ids="b" names="b">
    <comment xml:space="preserve">
        comment
    <target refid="c">
    <paragraph ids="c" names="c">
        <reference name="a" refid="a">
            a
         
        <reference name="b" refid="b">
            b
         
        <reference name="c" refid="c">
            c
         
        <footnote_reference ids="footnote-reference-1" refid="footnote-1">
            1
`,
    codes: [],
  },
  {
    name: 'through other targets',
    text: `
c_ d_

.. _c: b_
.. _b: a_
.. _a: http://a
.. _d: \`a title\`_

A title
-------

x

B
-
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference name="c" refuri="http://a">
            c
         
        <reference name="d" refid="a-title">
            d
    <target ids="c" names="c" refuri="http://a">
    <target ids="b" names="b" refuri="http://a">
    <target ids="a" names="a" refuri="http://a">
    <target ids="d" names="d" refid="a-title">
    <section ids="a-title" names="a\\ title">
        <title>
            A title
        <paragraph>
            x
    <section dupnames="b" ids="b-1">
        <title>
            B
        <system_message backrefs="b-1" level="1" line="14" source="deck.rst" type="INFO">
            <paragraph>
                …
`,
    codes: [],
  },
  {
    name: 'anonymous ones in order',
    text: `
\`x\`__ y__ \`z\`__

__ http://x
.. __: a_
__

.. _a: http://a
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference anonymous="1" name="x" refuri="http://x">
            x
         
        <reference anonymous="1" name="y" refuri="http://a">
            y
         
        <reference anonymous="1" name="z" refuri="http://a">
            z
    <target anonymous="1" ids="target-1" refuri="http://x">
    <target anonymous="1" ids="target-2" refuri="http://a">
    <target anonymous="1" refid="target-3">
    <target ids="a target-3" names="a" refuri="http://a">
`,
    codes: [],
  },
  {
    name: 'anonymous ones in the fields of a deck, which are no markup otherwise, count where a target is written for them',
    settings: { fieldsAsWritten: true, docinfoXform: false },
    text: `
:a: \`b\`__ *c

__ http://b

\`d\`__

__ http://d
`,
    tree: `
<document source="deck.rst">
    <field_list>
        <field>
            <field_name>
                a
            <field_body>
                <paragraph>
                    \`b\`__ *c
                    <reference anonymous="1" name="b" refuri="http://b">
    <target anonymous="1" ids="target-1" refuri="http://b">
    <paragraph>
        <reference anonymous="1" name="d" refuri="http://d">
            d
    <target anonymous="1" ids="target-2" refuri="http://d">
`,
    codes: [],
  },
  {
    name: 'what only looks like one in such a field does not count',
    settings: { fieldsAsWritten: true, docinfoXform: false },
    text: `
:a: b__ \`c\`__

\`d\`__

__ http://d
`,
    tree: `
<document source="deck.rst">
    <field_list>
        <field>
            <field_name>
                a
            <field_body>
                <paragraph>
                    b__ \`c\`__
                    <reference anonymous="1" name="b">
                    <reference anonymous="1" name="c">
    <paragraph>
        <reference anonymous="1" name="d" refuri="http://d">
            d
    <target anonymous="1" ids="target-1" refuri="http://d">
`,
    codes: [],
  },
  {
    name: 'a target before a caption names it, and stands in the figure no more',
    text: `
.. figure:: a.png

   .. class:: c
   .. _lab:

   Caption.

lab_
`,
    tree: `
<document source="deck.rst">
    <figure>
        <image uri="a.png">
        <caption classes="c" ids="lab" names="lab">
            Caption.
    <paragraph>
        <reference name="lab" refid="lab">
            lab
`,
    codes: [],
  },
  {
    name: 'anonymous ones that do not match',
    text: `
x__ y__

__ http://x
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            x__
         
        <problematic ids="problematic-2" refid="system-message-1">
            y__
    <target anonymous="1" ids="target-1" refuri="http://x">
`,
    codes: ['document/anonymous-mismatch'],
  },
  {
    name: 'by an unknown substitution: what is shown has no escapes',
    text: `
|\\a|_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-2" refid="system-message-2">
            |a|_
`,
    codes: ['document/unknown-substitution', 'document/unknown-target'],
  },
  {
    name: 'by an image: it has no markup to show',
    text: `
.. image:: i
   :alt: text
   :target: a_
`,
    tree: `
<document source="deck.rst">
    <problematic ids="problematic-1" refid="system-message-1">
`,
    codes: ['document/unknown-target'],
  },
  {
    name: 'to a title, implicitly',
    text: `
Title_

Title
-----

x

Other
-----
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference name="Title" refid="title">
            Title
    <section ids="title" names="title">
        <title>
            Title
        <paragraph>
            x
    <section ids="other" names="other">
        <title>
            Other
`,
    codes: [],
  },
  {
    name: 'nowhere: unknown',
    text: `
a_ \`b c\`_ \`d <e_>\`_ [1]_ [#f]_ [C]_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-3">
            a_
         
        <problematic ids="problematic-2" refid="system-message-4">
            \`b c\`_
         
        <problematic ids="problematic-3" refid="system-message-5">
            \`d <e_>\`_
        <target ids="d" names="d" refname="e">
         
        <problematic ids="footnote-reference-1" refid="system-message-6">
            [1]_
         
        <problematic ids="footnote-reference-2" refid="system-message-7">
            [#f]_
         
        <problematic ids="citation-reference-1" refid="system-message-8">
            [C]_
`,
    codes: [
      'document/unknown-indirect-target',
      'document/too-few-numbered-footnotes',
      'document/unknown-target',
      'document/unknown-target',
      'document/unknown-target',
      'document/unknown-footnote',
      'document/unknown-footnote',
      'document/unknown-citation',
      'document/unreferenced-target',
    ],
  },
  {
    name: 'nowhere: two of a name',
    text: `
a_

.. _a: http://x
.. _a: http://y
.. _b: a_

b_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-2" refid="system-message-2">
            a_
    <target dupnames="a" ids="a" refuri="http://x">
    <system_message level="2" line="4" source="deck.rst" type="WARNING">
        <paragraph>
            …
    <target dupnames="a" ids="a-1" refuri="http://y">
    <target ids="b" names="b" refname="a">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            b_
`,
    codes: ['document/ambiguous-indirect-target', 'document/ambiguous-target'],
  },
  {
    name: 'nowhere: in a circle',
    text: `
a_

.. _a: b_
.. _b: a_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            a_
    <target ids="a" names="a" refid="a">
    <problematic ids="problematic-2 b" names="b" refid="system-message-1">
        .. _b: a_
`,
    codes: ['document/circular-target'],
  },
  {
    name: 'nowhere: in a circle through a name that another target claims later',
    text: `
c_

.. _a: c_
.. _a: http://x
.. _c: a_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            c_
    <problematic dupnames="a" ids="problematic-2 a" refid="system-message-1">
        .. _a: c_
    <system_message level="2" line="4" source="deck.rst" type="WARNING">
        <paragraph>
            …
    <target dupnames="a" ids="a-1" refuri="http://x">
    <target ids="c" names="c" refname="a">
`,
    codes: ['document/ambiguous-indirect-target'],
  },
  {
    name: 'from linked images',
    text: `
.. _a: http://a
.. _here:

.. image:: x.png
   :target: a_

.. image:: y.png
   :target: here_
`,
    tree: `
<document source="deck.rst">
    <target ids="a" names="a" refuri="http://a">
    <target refid="here">
    <reference ids="here" name="a" names="here" refuri="http://a">
        <image uri="x.png">
    <reference name="here" refid="here">
        <image uri="y.png">
`,
    codes: [],
  },
  {
    name: 'with two notes for an address, the later one first',
    text: '\na_\n\n.. _a: http://a\n\n.. target-notes::\n\n.. target-notes::\n',
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference name="a" refuri="http://a">
            a
         
        <footnote_reference auto="1" ids="footnote-reference-2" refid="footnote-2">
            2
         
        <footnote_reference auto="1" ids="footnote-reference-1" refid="footnote-1">
            1
    <target ids="a" names="a" refuri="http://a">
    <footnote auto="1" backrefs="footnote-reference-1" ids="footnote-1" names="TARGET_NOTE:\\ footnote-1">
        <label>
            1
        <paragraph>
            <reference refuri="http://a">
                http://a
    <footnote auto="1" backrefs="footnote-reference-2" ids="footnote-2" names="TARGET_NOTE:\\ footnote-2">
        <label>
            2
        <paragraph>
            <reference refuri="http://a">
                http://a
`,
    codes: [],
  },
  {
    name: 'with a note for each address',
    text: `
a_ \`b\`__ a_

.. _a: http://a
__ http://b

.. target-notes:: :class: n
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference name="a" refuri="http://a">
            a
        <inline classes="n">
             
        <footnote_reference auto="1" classes="n" ids="footnote-reference-1" refid="footnote-1">
            1
         
        <reference anonymous="1" name="b" refuri="http://b">
            b
        <inline classes="n">
             
        <footnote_reference auto="1" classes="n" ids="footnote-reference-3" refid="footnote-2">
            2
         
        <reference name="a" refuri="http://a">
            a
        <inline classes="n">
             
        <footnote_reference auto="1" classes="n" ids="footnote-reference-2" refid="footnote-1">
            1
    <target ids="a" names="a" refuri="http://a">
    <target anonymous="1" ids="target-1" refuri="http://b">
    <footnote auto="1" backrefs="footnote-reference-1 footnote-reference-2" ids="footnote-1" names="TARGET_NOTE:\\ footnote-1">
        <label>
            1
        <paragraph>
            <reference refuri="http://a">
                http://a
    <footnote auto="1" backrefs="footnote-reference-3" ids="footnote-2" names="TARGET_NOTE:\\ footnote-2">
        <label>
            2
        <paragraph>
            <reference refuri="http://b">
                http://b
`,
    codes: [],
  },
])
