import { testResolved } from './resolved.ts'

testResolved('Footnotes and citations', [
  {
    name: 'numbered around those that have a number',
    text: `
[#]_ [1]_ [#a]_ [#]_

.. [1] one
.. [#] two
.. [#a] three
.. [#] four

a_
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <footnote_reference auto="1" ids="footnote-reference-1" refid="footnote-2">
            2
         
        <footnote_reference ids="footnote-reference-2" refid="footnote-1">
            1
         
        <footnote_reference auto="1" ids="footnote-reference-3" refid="a">
            3
         
        <footnote_reference auto="1" ids="footnote-reference-4" refid="footnote-3">
            4
    <footnote backrefs="footnote-reference-2" ids="footnote-1" names="1">
        <label>
            1
        <paragraph>
            one
    <footnote auto="1" backrefs="footnote-reference-1" ids="footnote-2" names="2">
        <label>
            2
        <paragraph>
            two
    <footnote auto="1" backrefs="footnote-reference-3" ids="a" names="a">
        <label>
            3
        <paragraph>
            three
    <footnote auto="1" backrefs="footnote-reference-4" ids="footnote-3" names="4">
        <label>
            4
        <paragraph>
            four
    <paragraph>
        <reference name="a" refid="a">
            a
`,
    codes: [],
  },
  {
    name: 'symbols',
    text: `
[*]_ [*]_

.. [*] a
.. [*] b
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <footnote_reference auto="*" ids="footnote-reference-1" refid="footnote-1">
            *
         
        <footnote_reference auto="*" ids="footnote-reference-2" refid="footnote-2">
            †
    <footnote auto="*" backrefs="footnote-reference-1" ids="footnote-1">
        <label>
            *
        <paragraph>
            a
    <footnote auto="*" backrefs="footnote-reference-2" ids="footnote-2">
        <label>
            †
        <paragraph>
            b
`,
    codes: [],
  },
  {
    name: 'citations in any case',
    text: `
[CIT]_ [cit]_ cit_

.. [CIT] text
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <citation_reference ids="citation-reference-1" refid="cit">
            CIT
         
        <citation_reference ids="citation-reference-2" refid="cit">
            cit
         
        <reference name="cit" refid="cit">
            cit
    <citation backrefs="citation-reference-1 citation-reference-2" ids="cit" names="cit">
        <label>
            CIT
        <paragraph>
            text
`,
    codes: [],
  },
  {
    name: 'more references than footnotes',
    text: `
[#]_ [#]_ [*]_

.. [#] one
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <footnote_reference auto="1" ids="footnote-reference-1" refid="footnote-1">
            1
         
        <problematic ids="problematic-1 footnote-reference-2" refid="system-message-1">
            [#]_
         
        <problematic ids="problematic-2 footnote-reference-3" refid="system-message-2">
            [*]_
    <footnote auto="1" backrefs="footnote-reference-1" ids="footnote-1" names="1">
        <label>
            1
        <paragraph>
            one
`,
    codes: ['document/too-few-numbered-footnotes', 'document/too-few-symbol-footnotes'],
  },
  {
    name: 'one label twice',
    text: `
[1]_

.. [1] a
.. [1] b
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        <problematic ids="footnote-reference-1" refid="system-message-1">
            [1]_
    <footnote dupnames="1" ids="footnote-1">
        <label>
            1
        <paragraph>
            a
    <footnote dupnames="1" ids="footnote-2">
        <label>
            1
        <system_message backrefs="footnote-2" level="2" line="4" source="deck.rst" type="WARNING">
            <paragraph>
                …
        <paragraph>
            b
`,
    codes: ['document/ambiguous-target'],
  },
  {
    name: 'symbols go round',
    text: `
.. [*] 1
.. [*] 2
.. [*] 3
.. [*] 4
.. [*] 5
.. [*] 6
.. [*] 7
.. [*] 8
.. [*] 9
.. [*] 10
.. [*] 11
`,
    tree: `
<document source="deck.rst">
    <footnote auto="*" ids="footnote-1">
        <label>
            *
        <paragraph>
            1
    <footnote auto="*" ids="footnote-2">
        <label>
            †
        <paragraph>
            2
    <footnote auto="*" ids="footnote-3">
        <label>
            ‡
        <paragraph>
            3
    <footnote auto="*" ids="footnote-4">
        <label>
            §
        <paragraph>
            4
    <footnote auto="*" ids="footnote-5">
        <label>
            ¶
        <paragraph>
            5
    <footnote auto="*" ids="footnote-6">
        <label>
            #
        <paragraph>
            6
    <footnote auto="*" ids="footnote-7">
        <label>
            ♠
        <paragraph>
            7
    <footnote auto="*" ids="footnote-8">
        <label>
            ♥
        <paragraph>
            8
    <footnote auto="*" ids="footnote-9">
        <label>
            ♦
        <paragraph>
            9
    <footnote auto="*" ids="footnote-10">
        <label>
            ♣
        <paragraph>
            10
    <footnote auto="*" ids="footnote-11">
        <label>
            **
        <paragraph>
            11
`,
    codes: [],
  },
])
