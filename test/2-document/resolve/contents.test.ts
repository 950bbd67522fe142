import { testResolved } from './resolved.ts'

testResolved('Section numbers and contents', [
  {
    name: 'all sections, linked both ways',
    text: `
.. contents::

A
=

B
-

C *d*
=====
`,
    tree: `
<document source="deck.rst">
    <topic classes="contents" ids="contents" names="contents">
        <title>
            Contents
        <bullet_list>
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-1" refid="a">
                        A
                <bullet_list>
                    <list_item>
                        <paragraph>
                            <reference ids="toc-entry-2" refid="b">
                                B
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-3" refid="c-d">
                        C 
                        <emphasis>
                            d
    <section ids="a" names="a">
        <title refid="toc-entry-1">
            A
        <section ids="b" names="b">
            <title refid="toc-entry-2">
                B
    <section ids="c-d" names="c\\ d">
        <title refid="toc-entry-3">
            C 
            <emphasis>
                d
`,
    codes: [],
  },
  {
    name: 'numbers in titles and contents',
    text: `
.. contents:: :depth: 1
.. sectnum::
   :depth: 2
   :prefix: P
   :suffix: .
   :start: 3

A
=

B
-

C
~

D
=
`,
    tree: `
<document source="deck.rst">
    <topic classes="contents" ids="contents" names="contents">
        <title>
            Contents
        <bullet_list classes="auto-toc">
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-1" refid="a">
                        <generated classes="sectnum">
                            P3.   
                        A
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-2" refid="d">
                        <generated classes="sectnum">
                            P4.   
                        D
    <section ids="a" names="a">
        <title auto="1" refid="toc-entry-1">
            <generated classes="sectnum">
                P3.   
            A
        <section ids="b" names="b">
            <title auto="1">
                <generated classes="sectnum">
                    P3.1.   
                B
            <section ids="c" names="c">
                <title>
                    C
    <section ids="d" names="d">
        <title auto="1" refid="toc-entry-2">
            <generated classes="sectnum">
                P4.   
            D
`,
    codes: [],
  },
  {
    name: 'local, without backlinks',
    text: `
A
=

.. contents:: :local:
   :backlinks: none

B
-

C
=

D
-
`,
    tree: `
<document source="deck.rst">
    <section ids="a" names="a">
        <title>
            A
        <topic classes="contents local" ids="contents" names="contents">
            <bullet_list>
                <list_item>
                    <paragraph>
                        <reference ids="toc-entry-1" refid="b">
                            B
        <section ids="b" names="b">
            <title>
                B
    <section ids="c" names="c">
        <title>
            C
        <section ids="d" names="d">
            <title>
                D
`,
    codes: [],
  },
  {
    name: 'titles with links, notes and images',
    text: `
.. contents::

\`l <http://l>\`_ [1]_ |i|
========================

.. [1] n
.. |i| image:: i.png

B
=
`,
    tree: `
<document source="deck.rst">
    <topic classes="contents" ids="contents" names="contents">
        <title>
            Contents
        <bullet_list>
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-1" refid="l-1-i">
                        l
                         
                         
                        i
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-2" refid="b">
                        B
    <section ids="l-1-i" names="l\\ 1\\ i">
        <title>
            <reference name="l" refuri="http://l">
                l
            <target ids="l" names="l" refuri="http://l">
             
            <footnote_reference ids="footnote-reference-1" refid="footnote-1">
                1
             
            <image alt="i" uri="i.png">
        <footnote backrefs="footnote-reference-1" ids="footnote-1" names="1">
            <label>
                1
            <paragraph>
                n
        <substitution_definition names="i">
            <image alt="i" uri="i.png">
    <section ids="b" names="b">
        <title refid="toc-entry-2">
            B
`,
    codes: ['document/unreferenced-target'],
  },
  {
    name: 'nothing to list',
    text: `
a

.. contents::

b
`,
    tree: `
<document source="deck.rst">
    <paragraph>
        a
    <paragraph>
        b
`,
    codes: [],
  },
  {
    name: 'back to the top',
    text: `
.. contents::
   :backlinks: top

A
=

B
=
`,
    tree: `
<document source="deck.rst">
    <topic classes="contents" ids="contents" names="contents">
        <title>
            Contents
        <bullet_list>
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-1" refid="a">
                        A
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-2" refid="b">
                        B
    <section ids="a" names="a">
        <title refid="contents">
            A
    <section ids="b" names="b">
        <title refid="contents">
            B
`,
    codes: [],
  },
  {
    name: 'by setting',
    settings: { tocBacklinks: 'none' },
    text: `
.. contents::

A
=

B
=
`,
    tree: `
<document source="deck.rst">
    <topic classes="contents" ids="contents" names="contents">
        <title>
            Contents
        <bullet_list>
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-1" refid="a">
                        A
            <list_item>
                <paragraph>
                    <reference ids="toc-entry-2" refid="b">
                        B
    <section ids="a" names="a">
        <title>
            A
    <section ids="b" names="b">
        <title>
            B
`,
    codes: [],
  },
  {
    name: 'no numbers if switched off',
    settings: { sectnumXform: false },
    text: `
.. sectnum::

A
=

B
=
`,
    tree: `
<document source="deck.rst">
    <section ids="a" names="a">
        <title>
            A
    <section ids="b" names="b">
        <title>
            B
`,
    codes: [],
  },
])
