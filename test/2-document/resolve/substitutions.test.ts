import { testResolved } from './resolved.ts'

testResolved('What stands for |name|', [
  {
    name: 'a copy of the definition',
    text: `
The |x| sign.

.. |x| image:: x.png
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        The 
        <image alt="x" uri="x.png">
         sign.
    <substitution_definition names="x">
        <image alt="x" uri="x.png">
`,
    codes: [],
  },
  {
    name: 'the name in its own case first, then in any',
    text: `
|a| |A| |bb|

.. |a| replace:: x
.. |A| replace:: y
.. |Bb| replace:: z
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        x
         
        y
         
        z
    <substitution_definition names="a">
        x
    <substitution_definition names="A">
        y
    <substitution_definition names="Bb">
        z
`,
    codes: [],
  },
  {
    name: 'nothing where it is longer than a line may be',
    settings: { lineLengthLimit: 40 },
    text: `
|a| |b|

.. |a| replace:: twenty-one characters
   and seventeen more.
.. |b| replace:: twenty-one characters
   and seventeen more
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            |a|
         
        twenty-one characters
        and seventeen more
    <substitution_definition names="a">
        twenty-one characters
        and seventeen more.
    <substitution_definition names="b">
        twenty-one characters
        and seventeen more
`,
    codes: ['document/substitution-too-long'],
  },
  {
    name: 'definitions within definitions, before and after',
    text: `
.. |b| replace:: |c|
.. |a| replace:: |b| |c|

|a|

.. |c| replace:: *C*
`,
    tree: `
<document source="deck.rst">
    <substitution_definition names="b">
        <emphasis>
            C
    <substitution_definition names="a">
        <emphasis>
            C
         
        <emphasis>
            C
    <paragraph>
        <emphasis>
            C
         
        <emphasis>
            C
    <substitution_definition names="c">
        <emphasis>
            C
`,
    codes: [],
  },
  {
    name: 'white space beside it, trimmed',
    text: `
x |t| y |l| z

.. |t| unicode:: 0x2014
   :trim:
.. |l| unicode:: 0x2122
   :ltrim:
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        x
        —
        y
        ™
         z
    <substitution_definition ltrim="1" names="t" rtrim="1">
        —
    <substitution_definition ltrim="1" names="l">
        ™
`,
    codes: [],
  },
  {
    name: 'references in copies lead somewhere',
    text: `
|x|_ and |r|

.. |x| replace:: X
.. |r| replace:: b_
.. _x: http://x
.. _b: http://b
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <reference refuri="http://x">
            X
         and 
        <reference name="b" refuri="http://b">
            b
    <substitution_definition names="x">
        X
    <substitution_definition names="r">
        <reference name="b" refuri="http://b">
            b
    <target ids="x" names="x" refuri="http://x">
    <target ids="b" names="b" refuri="http://b">
`,
    codes: [],
  },
  {
    name: 'nothing defined: its markup as written',
    text: `
|nope| and |x|

.. |x| replace:: |nope|
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            |nope|
         and 
        <problematic ids="problematic-3" refid="system-message-3">
            |nope|
    <substitution_definition names="x">
        <problematic ids="problematic-2" refid="system-message-2">
            |nope|
`,
    codes: ['document/unknown-substitution', 'document/unknown-substitution', 'document/unknown-substitution'],
  },
  {
    name: 'a definition that leads back to itself',
    text: `
.. |a| replace:: |b|
.. |b| replace:: |a|

|a|
`,
    tree: `
<document source="deck.rst">
    <system_message level="3" line="1" names="a" source="deck.rst" type="ERROR">
        <paragraph>
            …
        <literal_block xml:space="preserve">
            .. |a| replace:: |b|
    <system_message level="3" line="2" names="b" source="deck.rst" type="ERROR">
        <paragraph>
            …
        <literal_block xml:space="preserve">
            .. |b| replace:: |a|
    <paragraph>
        <problematic ids="problematic-1" refid="system-message-1">
            |a|
`,
    codes: ['document/circular-substitution', 'document/circular-substitution-definition', 'document/circular-substitution-definition'],
  },
  {
    name: 'a definition beyond the line length limit',
    settings: { lineLengthLimit: 22 },
    text: `
|a| |b|

.. |a| replace:: abcdefghijklm nopqrst
   uvwxyz
.. |b| replace:: B
`,
    tree: `
<document source="deck.rst">
    <system_message level="3" source="deck.rst" type="ERROR">
        <paragraph>
            …
`,
    codes: [],
  },
])
