import type { Position } from '../diagnostics/position.ts'
import type { Ours } from './our-fields.ts'

/**
 * The document tree: the docutils doctree as unist nodes. `type` is docutils' element name; every field other than
 * `type`, `children`, `value` and `position` is a docutils attribute under its docutils name, or ours (our-fields.ts).
 * An attribute without a value is absent, never empty. Plain data: it survives JSON and structuredClone.
 * Reference: docutils, docs/ref/doctree.
 */
export interface Common extends Ours<'presses' | 'style'> {
  position?: Position
  ids?: string[]
  /** Set to undefined where other nodes claimed every name, too: see `dupnames`. */
  names?: string[] | undefined
  dupnames?: string[]
  classes?: string[]
  backrefs?: string[]
}

interface Element<Type extends string, Child> extends Common {
  type: Type
  children: Child[]
}

/** What the author wrote, escapes and character codes read. What the parser says itself is no text: see SystemMessage, LineNumber. */
export interface Text extends Common {
  type: 'text'
  value: string
}

// Structure
export interface Document extends Element<'document', Node>, Ours<'lastNumbers'> {
  source: string
  title?: string
}
export interface Section extends Element<'section', Node> {
  refid?: string
}
export interface Title extends Element<'title', Inline> {
  refid?: string
  auto?: 1
}
export type Subtitle = Element<'subtitle', Inline>
export interface Topic extends Element<'topic', Node> {}
export type Sidebar = Element<'sidebar', Node>
export interface Transition extends Element<'transition', never>, Ours<'character' | 'implicit'> {}
export type Decoration = Element<'decoration', Header | Footer>
export type Header = Element<'header', Node>
export type Footer = Element<'footer', Node>
export interface Meta extends Element<'meta', never> {
  content?: string
  name?: string
  'http-equiv'?: string
  property?: string
  [attribute: string]: unknown
}
export type Rubric = Element<'rubric', Inline>

// Bibliography
export type Docinfo = Element<'docinfo', DocinfoItem>
export type DocinfoItem = Author | Authors | Address | DocinfoText | Field
export type Author = Element<'author', Inline>
export type Authors = Element<'authors', Author>
export interface Address extends Element<'address', Inline> {
  'xml:space'?: 'preserve'
}
export type DocinfoText = Element<'organization' | 'contact' | 'version' | 'revision' | 'status' | 'date' | 'copyright', Inline>

// Blocks
export type Paragraph = Element<'paragraph', Inline>
export type Compound = Element<'compound', Node>
export interface Container extends Element<'container', Node>, Ours<'columnWidth'> {}
export interface BulletList extends Element<'bullet_list', ListItem | SystemMessage> {
  bullet?: string
}
export interface EnumeratedList extends Element<'enumerated_list', ListItem | SystemMessage> {
  enumtype: 'arabic' | 'loweralpha' | 'upperalpha' | 'lowerroman' | 'upperroman'
  prefix?: string
  suffix?: string
  start?: number
}
export type ListItem = Element<'list_item', Node>
export type DefinitionList = Element<'definition_list', DefinitionListItem>
export type DefinitionListItem = Element<'definition_list_item', Term | Classifier | Definition>
export type Term = Element<'term', Inline>
export type Classifier = Element<'classifier', Inline>
export type Definition = Element<'definition', Node>
export type FieldList = Element<'field_list', Field>
export type Field = Element<'field', FieldName | FieldBody>
export type FieldName = Element<'field_name', Inline>
export interface FieldBody extends Element<'field_body', Node>, Ours<'written'> {}
export type OptionList = Element<'option_list', OptionListItem>
export type OptionListItem = Element<'option_list_item', OptionGroup | Description>
export type OptionGroup = Element<'option_group', Option>
export type Option = Element<'option', OptionString | OptionArgument>
export type OptionString = Element<'option_string', Text>
export interface OptionArgument extends Element<'option_argument', Text> {
  delimiter?: string
}
export type Description = Element<'description', Node>
export interface LiteralBlock extends Element<'literal_block', Inline>, Ours<'listing' | 'htmlElement'> {
  /** The file that it shows. */
  source?: string
  'xml:space'?: 'preserve'
}
export interface DoctestBlock extends Element<'doctest_block', Inline> {
  'xml:space'?: 'preserve'
}
export interface MathBlock extends Element<'math_block', Text>, Ours<'equation'> {
  'xml:space'?: 'preserve'
  number?: number
}
export type LineBlock = Element<'line_block', Line | LineBlock>
export type Line = Element<'line', Inline>
export type BlockQuote = Element<'block_quote', Node>
export type Attribution = Element<'attribution', Inline>
/** A note is the speaker's. */
export type Note = Element<'note', Node> & Ours<'at'>
export type Admonition =
  | Element<'attention' | 'caution' | 'danger' | 'error' | 'important' | 'tip' | 'hint' | 'warning' | 'admonition', Node>
  | Note
export interface Comment extends Element<'comment', Text> {
  'xml:space'?: 'preserve'
}
export interface SubstitutionDefinition extends Element<'substitution_definition', Inline>, Ours<'rawsource'> {
  ltrim?: 1
  rtrim?: 1
}
export interface Target extends Element<'target', Inline>, Ours<'rawsource'> {
  refuri?: string
  refid?: string
  refname?: string
  anonymous?: 1
  'xml:space'?: 'preserve'
}
export interface Footnote extends Element<'footnote', Node> {
  auto?: 1 | '*'
}
export type Citation = Element<'citation', Node>
export type Label = Element<'label', Inline>
export interface Figure extends Element<'figure', Node>, Ours<'figwidth'> {
  align?: string
  width?: string
}
export type Caption = Element<'caption', Inline>
export type Legend = Element<'legend', Node>
export interface Table extends Element<'table', Title | TableGroup> {
  align?: string
  width?: string
}
export interface TableGroup extends Element<'tgroup', ColumnSpec | TableHead | TableBody> {
  cols: number
}
export interface ColumnSpec extends Element<'colspec', never> {
  colwidth: number | string
  stub?: 1
}
export type TableHead = Element<'thead', Row>
export type TableBody = Element<'tbody', Row>
export type Row = Element<'row', Entry>
export interface Entry extends Element<'entry', Node> {
  /** Further rows that the cell spans. */
  morerows?: number
  /** Further columns that the cell spans. */
  morecols?: number
  stub?: 1
}
/** Its children come from the source (the literal_block that could not be read …), so that every `text` node is the author's. */
export interface SystemMessage extends Element<'system_message', Node>, Ours<'message' | 'addition'> {
  level: 1 | 2 | 3 | 4
  /** docutils' attribute `type`: printed as `type="ERROR"`. */
  kind: 'INFO' | 'WARNING' | 'ERROR' | 'SEVERE'
  line?: number
  source?: string
}
/** A directive whose work waits for the whole tree (contents, sectnum, class, target-notes …). */
export interface Pending extends Element<'pending', never>, Ours<'rawsource' | 'lastLine'> {
  /** docutils' name of the transform that will replace it, as pseudo-XML prints it. */
  transform: string
  details: Record<string, unknown>
}

// Both
export interface Image extends Element<'image', never>, Ours<'tooltip' | 'imageStyle'> {
  uri: string
  alt?: string
  width?: string
  height?: string
  scale?: number
  align?: string
  loading?: string
}
/** Ours, not docutils': a drawing that unfolds (`svg::`). The attributes are an image's. */
export interface Drawing extends Element<'drawing', never>, Ours<'view' | 'places'> {
  uri: string
  alt?: string
  width?: string
  height?: string
  align?: 'left' | 'center' | 'right'
}
export interface Raw extends Element<'raw', Text> {
  format: string
  source?: string
  'xml:space'?: 'preserve'
}

// Inline
export interface Plain
  extends Element<
      'emphasis' | 'strong' | 'title_reference' | 'abbreviation' | 'acronym' | 'superscript' | 'subscript' | 'inline' | 'generated',
      Inline
    >,
    Ours<'htmlElement'> {}
export interface Literal extends Element<'literal', Inline>, Ours<'htmlElement'> {}
export type Math = Element<'math', Text>
/** Ours, not docutils': the number before a line of code, padded. Printed as docutils' `inline` of class `ln` with the number as text. */
export interface LineNumber extends Element<'line_number', never> {
  number: string
}
export interface Reference extends Element<'reference', Inline>, Ours<'rawsource' | 'tooltip' | 'standalone'> {
  name?: string
  refuri?: string
  refid?: string
  refname?: string
  anonymous?: 1
}
export interface FootnoteReference extends Element<'footnote_reference', Text>, Ours<'rawsource'> {
  auto?: 1 | '*'
  refid?: string
  refname?: string
}
export interface CitationReference extends Element<'citation_reference', Text>, Ours<'rawsource'> {
  refid?: string
  refname?: string
}
export interface SubstitutionReference extends Element<'substitution_reference', Inline>, Ours<'rawsource'> {
  refname: string
}
export interface Problematic extends Element<'problematic', Inline> {
  refid?: string
}

export type Inline =
  | Text
  | Plain
  | Literal
  | LineNumber
  | Math
  | Reference
  | FootnoteReference
  | CitationReference
  | SubstitutionReference
  | Problematic
  | Image
  | Raw
  | Target
  | Pending
  | SystemMessage
  /** Markdown's hard break in a paragraph: a line without a text of its own. */
  | Line

export type Block =
  | Section
  | Topic
  | Sidebar
  | Transition
  | Decoration
  | Docinfo
  | Meta
  | Rubric
  | Paragraph
  | Compound
  | Container
  | BulletList
  | EnumeratedList
  | DefinitionList
  | FieldList
  | OptionList
  | LiteralBlock
  | DoctestBlock
  | MathBlock
  | LineBlock
  | BlockQuote
  | Attribution
  | Admonition
  | Comment
  | SubstitutionDefinition
  | Footnote
  | Citation
  | Figure
  | Drawing
  | Table

export type Part =
  | Title
  | Subtitle
  | Header
  | Footer
  | DocinfoItem
  | ListItem
  | DefinitionListItem
  | Term
  | Classifier
  | Definition
  | Field
  | FieldName
  | FieldBody
  | OptionListItem
  | OptionGroup
  | Option
  | OptionString
  | OptionArgument
  | Description
  | Line
  | Label
  | Caption
  | Legend
  | TableGroup
  | ColumnSpec
  | TableHead
  | TableBody
  | Row
  | Entry

export type Node = Document | Block | Part | Inline
export type NodeType = Node['type']
export type Parent = Exclude<Node, Text>

type WithType<Candidate, Type> = Candidate extends { type: infer Types } ? (Type extends Types ? Candidate : never) : never

/** The node of one type. */
export type NodeOf<Type extends NodeType> = WithType<Node, Type>
