import { testResolved } from './resolved.ts'

testResolved('Bibliographic fields', [
  {
    name: 'an escaped separator belongs to the name',
    text: `
:Authors: A, B\\, C, D
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <authors>
            <author>
                A
            <author>
                B, C
            <author>
                D
`,
    codes: [],
  },
  {
    name: 'known fields, others, topics',
    text: `
Title
=====

:Author: Me <a@b.c>
:Version: 1
:Address: A
  B
:My field: x
:Dedication: To you.
:Abstract: In short.

text
`,
    tree: `
<document ids="title" names="title" source="deck.rst" title="Title">
    <title>
        Title
    <docinfo>
        <author>
            Me <
            <reference refuri="mailto:a@b.c">
                a@b.c
            >
        <version>
            1
        <address xml:space="preserve">
            A
            B
        <field classes="my-field">
            <field_name>
                My field
            <field_body>
                <paragraph>
                    x
    <topic classes="dedication">
        <title>
            Dedication
        <paragraph>
            To you.
    <topic classes="abstract">
        <title>
            Abstract
        <paragraph>
            In short.
    <paragraph>
        text
`,
    codes: [],
  },
  {
    name: 'authors with separators',
    text: `
:Authors: A B, Jr.; C D
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <authors>
            <author>
                A B, Jr.
            <author>
                C D
`,
    codes: [],
  },
  {
    name: 'authors with commas',
    text: `
:Authors: A, *B*, C
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <authors>
            <author>
                A
            <author>
                B
            <author>
                C
`,
    codes: [],
  },
  {
    name: 'an author after a class that applies to the paragraph',
    text: `
:Authors:
  .. class:: k

  A
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <authors>
            <author>
                A
`,
    codes: [],
  },
  {
    name: 'authors in a list',
    text: `
:Authors: - A
          - B
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <authors>
            <author>
                A
            <author>
                B
`,
    codes: [],
  },
  {
    name: 'authors in paragraphs',
    text: `
:Authors: A

          B
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <authors>
            <author>
                A
            <author>
                B
`,
    codes: [],
  },
  {
    name: 'authors that cannot be read',
    text: `
:Authors: - A

            B
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <field classes="authors">
            <field_name>
                Authors
            <field_body>
                <bullet_list bullet="-">
                    <list_item>
                        <paragraph>
                            A
                <paragraph>
                    B
                <system_message level="2" line="1" source="deck.rst" type="WARNING">
                    <paragraph>
                        …
`,
    codes: ['document/unclear-authors'],
  },
  {
    name: 'revision keywords',
    text: `
:Date: $Date: 2001/02/03 04:05:06 $
:Status: $RCSfile: x.txt,v $
:Revision: $Revision: 1.2 $
:Foo: $Foo: bar $
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <date>
            2001-02-03
        <status>
            x.txt
        <revision>
            1.2
        <field classes="foo">
            <field_name>
                Foo
            <field_body>
                <paragraph>
                    bar
`,
    codes: [],
  },
  {
    name: 'fields that do not fit',
    text: `
:Author:
:Version: a

  b
:Date: - c
:Abstract: a
:Abstract: b
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <field classes="author">
            <field_name>
                Author
            <field_body>
                <system_message level="2" line="1" source="deck.rst" type="WARNING">
                    <paragraph>
                        …
        <field classes="version">
            <field_name>
                Version
            <field_body>
                <paragraph>
                    a
                <paragraph>
                    b
                <system_message level="2" line="2" source="deck.rst" type="WARNING">
                    <paragraph>
                        …
        <field classes="date">
            <field_name>
                Date
            <field_body>
                <bullet_list bullet="-">
                    <list_item>
                        <paragraph>
                            c
                <system_message level="2" line="5" source="deck.rst" type="WARNING">
                    <paragraph>
                        …
        <field classes="abstract">
            <field_name>
                Abstract
            <field_body>
                <paragraph>
                    b
                <system_message level="2" line="7" source="deck.rst" type="WARNING">
                    <paragraph>
                        …
    <topic classes="abstract">
        <title>
            Abstract
        <paragraph>
            a
`,
    codes: [
      'document/empty-bibliographic-field',
      'document/compound-bibliographic-field',
      'document/bibliographic-field-without-paragraph',
      'document/duplicate-bibliographic-field',
    ],
  },
  {
    name: 'a name with an initial is a name, no item of a list, and its links are counted where they stand',
    text: `
:Author: E. *Xa* \`mple\`__
:Contact: 1. - a
:Status: A. one
  B. two

\`x\`__

__ http://a
__ http://b
`,
    tree: `
<document source="deck.rst">
    <docinfo>
        <author>
            E. 
            <emphasis>
                Xa
             
            <reference anonymous="1" name="mple" refuri="http://a">
                mple
        <contact>
            1. - a
        <field classes="status">
            <field_name>
                Status
            <field_body>
                <enumerated_list enumtype="upperalpha" prefix="" suffix=".">
                    <list_item>
                        <paragraph>
                            one
                    <list_item>
                        <paragraph>
                            two
                <system_message level="2" line="3" source="deck.rst" type="WARNING">
                    <paragraph>
                        …
    <paragraph>
        <reference anonymous="1" name="x" refuri="http://b">
            x
    <target anonymous="1" ids="target-1" refuri="http://a">
    <target anonymous="1" ids="target-2" refuri="http://b">
`,
    codes: ['document/bibliographic-field-without-paragraph'],
  },
  {
    name: 'not if switched off',
    settings: { docinfoXform: false },
    text: `
:Author: x
`,
    tree: `
<document source="deck.rst">
    <field_list>
        <field>
            <field_name>
                Author
            <field_body>
                <paragraph>
                    x
`,
    codes: [],
  },
])
