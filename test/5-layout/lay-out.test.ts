import { describe, expect, it } from 'vitest'
import { brief, codes, laidOut } from './steps-from.ts'

/** Deck (steps parted by `|`) → one placement a step, and the diagnostics as `code line`, the line being the step's number. */
type Case = readonly [deck: string, placements: string, diagnostics?: readonly string[]]

const h = 'path=M0,0 h 100'

const groups: Readonly<Record<string, readonly Case[]>> = {
  // The numbers of this and the next four groups are those of Hovercraft 2.7.
  'default movement': [
    ['', '0 0 0'],
    ['||', '0 0 0 | 1600 0 0 | 3200 0 0'],
    ['|rotate=9||y=3|', '0 0 0 | 1600 0 0 / 0 0 9 | 3200 0 0 / 0 0 9 | 4800 3 0 / 0 0 9 | 6400 3 0 / 0 0 9'],
    ['||scale=2|', '0 0 0 | 1600 0 0 | 3200 0 0 / 0 0 0 / 2 | 4800 0 0 / 0 0 0 / 2'],
    ['||x=5|', '0 0 0 | 1600 0 0 | 5 0 0 | 5 0 0', ['layout/steps-cover-each-other 4']],
    ['|rotate-z=9|', '0 0 0 | 0 0 0 / 0 0 9 | 0 0 0 / 0 0 9', ['layout/steps-cover-each-other 3']],
    ['scale=1||', '0 0 0 | 0 0 0 | 0 0 0', ['layout/steps-cover-each-other 2']],
  ],
  'inherited and relative values': [
    ['x=7|y=5|z=-3', '7 0 0 | 7 5 0 | 7 5 -3'],
    [
      '|x=1.5;rotate=10|y=1e3|x=r0.25;scale=r0.1||scale=1',
      '0 0 0 | 1.5 0 0 / 0 0 10 | 1.5 1000 0 / 0 0 10 | 1.75 1000 0 / 0 0 10 / 1.1 | 2 1000 0 / 0 0 10 / 1.2 | 2.25 1000 0 / 0 0 10',
    ],
    ['rotate-x=r90||rotate-x=0|y=r-5', '0 0 0 / 90 0 0 | 0 0 0 / 180 0 0 | 0 0 0 | 0 -5 0'],
    ['x=r5|x=r0', '5 0 0 | 5 0 0'],
    ['x=1|x=r 5|x=r -2', '1 0 0 | 6 0 0 | 4 0 0'],
    ['rotate=5;rotate-z=7', '0 0 0 / 0 0 5'],
  ],
  'r+N': [
    ['x=100|x=r+50|x=r-20', '100 0 0 | 150 0 0 | 130 0 0', ['layout/plus-relative 2']],
    ['id=r;x=7|x=r+5;y=r5|', '7 0 0 | 12 5 0 | 12 10 0'],
    ['id=r;x=7|x=r-5|', '7 0 0 | 2 0 0 | -3 0 0'],
  ],
  'named steps': [
    ['id=ab;x=7|id=b;y=3|x=ab+5;y=b-7;rotate-x=b+90', '7 0 0 | 7 3 0 | 12 -4 0 / 90 0 0'],
    ['id=a-b;x=1|id=a;x=10|x=a-b-5|x=a-5', '1 0 0 | 10 0 0 | -4 0 0 | 5 0 0'],
    ['id=a;x=1|id=a+1;x=10|x=a+1+2|x=a+1e1', '1 0 0 | 10 0 0 | 12 0 0 | 11 0 0'],
    ['x=end-100|x=r5|id=end;x=500', '400 0 0 | 405 0 0 | 500 0 0', ['layout/forward-reference 1']],
    ['id=a;x=3|x=a|x=step-2+1', '3 0 0 | 3 0 0 | 4 0 0'],
    ['id=a b;x=3|x=a b + 5|x=a b -  5', '3 0 0 | 8 0 0 | -2 0 0'],
    ['id=ä-ö;x=3|x=ä-ö+1.5', '3 0 0 | 4.5 0 0'],
  ],
  paths: [
    [`|${h}|||y=5|`, '0 0 0 | 1600 0 0 | 4000 0 0 | 6400 0 0 | 8000 5 0 | 9600 5 0'],
    [`${h}|||y=5|`, '0 0 0 | 2400 0 0 | 4800 0 0 | 4800 5 0 | 4800 5 0', ['layout/steps-cover-each-other 5']],
    [`|${h};x=r5;y=r7|||x=r5|`, '0 0 0 | 5 7 0 | 2405 7 0 | 4805 7 0 | 4810 14 0 | 4815 21 0'],
    [`|z=r7|${h};rotate-z=33||x=5;rotate=r5|`, '0 0 0 | 0 0 7 | 0 0 14 | 3200 0 21 | 5 0 28 / 0 0 5 | 5 0 35 / 0 0 10'],
    [
      'x=5.75|path=M0,0 h -100.1 v -100.3|||',
      '5.75 0 0 | 5 0 0 / 0 0 -180 | -2127 0 0 / 0 0 -180 | -3191 -1069 0 / 0 0 -90 | -3191 -3203 0 / 0 0 -90',
    ],
    ['|path=M0,0 L 100,0 L 100,100 z||', '0 0 0 | 1600 0 0 | 3474 258 0 / 0 0 90 | 3108 1508 0 / 0 0 -135'],
    [`|${h}||path=M0,0 v 100|`, '0 0 0 | 1600 0 0 | 4800 0 0 | 6400 0 0 / 0 0 90 | 6400 3200 0 / 0 0 90'],
    // The rotation that is there stays; what it moved by before does not go on.
    [`rotate=r10|${h}||y=5|`, '0 0 0 / 0 0 10 | 1600 0 0 | 4800 0 0 | 6400 5 0 | 8000 5 0'],
    [
      `rotate=r10|path=M0,0 v 100||y=5;x=0|`,
      '0 0 0 / 0 0 10 | 1600 0 0 / 0 0 90 | 1600 3200 0 / 0 0 90 | 0 5 0 / 0 0 90 | 0 5 0 / 0 0 90',
      ['layout/steps-cover-each-other 5'],
    ],
    ['|path=M 0 0 h 10 m 10 0 h 10|||||', '0 0 0 | 1600 0 0 | 3520 0 0 | 5440 0 0 | 12160 0 0 | 14080 0 0 | 16000 0 0'],
  ],
  'impress.js 2.0: relative positions': [
    ['rel-x=100||rel-y=50', '100 0 0 | 200 0 0 | 300 50 0'],
    ['x=1|rel-x=100|x=7|', '1 0 0 | 101 0 0 | 7 0 0 | 7 0 0', ['layout/steps-cover-each-other 4']],
    ['x=0|rel-x=1.5w;rel-y=2h', '0 0 0 | 1536 1536 0'],
    ['x=1w|x=r0.5w|y=step-1-1h', '1024 0 0 | 1536 0 0 | 2048 -768 0'],
    ['id=a;x=9;y=9|x=500|rel-to=a;rel-x=10|', '9 9 0 | 500 9 0 | 19 9 0 | 29 9 0'],
    ['rel-x=10;rel-rotate-y=5||rel-reset=;rel-y=1|rel-reset=all', '10 0 0 / 0 5 0 | 20 0 0 / 0 10 0 | 20 1 0 / 0 10 0 | 20 1 0'],
    // What no “rel” field moves, the scale, goes on as it did.
    ['scale=r1;rel-x=5|rel-reset=|rel-x=1', '5 0 0 / 0 0 0 / 2 | 5 0 0 / 0 0 0 / 3 | 6 0 0 / 0 0 0 / 4'],
    ['scale=r1;rel-x=5;id=a|rel-to=a|rel-x=1', '5 0 0 / 0 0 0 / 2 | 5 0 0 / 0 0 0 / 3 | 6 0 0 / 0 0 0 / 4'],
    ['rel-to=b;rel-x=5|id=b;x=7', '12 0 0 | 7 0 0'],
    ['y=9|rel-to=b;rel-x=5|id=b;x=7', '0 9 0 | 12 9 0 | 7 9 0'],
  ],
  'impress.js 2.0: turned axes': [
    ['rotate-z=90;rel-position=relative|rel-x=100|', '0 0 0 / 0 0 90 | 0 100 0 / 0 0 90 | 0 200 0 / 0 0 90'],
    ['rotate-y=90;rel-position=relative|rel-x=100;rel-y=5', '0 0 0 / 0 90 0 | 0 5 -100 / 0 90 0'],
    [
      'rotate-z=90|rel-position=relative;rel-x=100|x=r10|rel-position=absolute;rel-x=1',
      '0 0 0 / 0 0 90 | 0 100 0 / 0 0 90 | 10 100 0 / 0 0 90 | 11 100 0 / 0 0 90',
    ],
    ['rel-position=relative;rotate-x=90|rel-rotate-z=30', '0 0 0 / 90 0 0 | 0 0 0 / 90 0 30'],
    ['rel-position=relative;rotate-z=90|rel-rotate-x=90', '0 0 0 / 0 0 90 | 0 0 0 / 0 90 90'],
    ['rotate-z=90;rel-position=relative|rel-x=1;rel-y=2;rel-z=3', '0 0 0 / 0 0 90 | -2 1 3 / 0 0 90'],
    ['rotate-z=90;rel-position=relative|rel-rotate-x=90;rel-rotate-y=90;rel-rotate-z=90', '0 0 0 / 0 0 90 | 0 0 0 / -90 0 -90'],
    ['rotate-z=90;rel-position=relative|rel-reset=all;rel-x=5', '0 0 0 / 0 0 90 | 0 5 0'],
    ['rotate-order=zyx;rotate-x=30|rotate-order=xyz;x=5', '0 0 0 / 30 0 0 zyx | 5 0 0 / 30 0 0'],
    // A square of four slides, each at a right angle to the one before, closes.
    [
      'rel-position=relative;x=0|rel-x=100;rel-rotate-y=90||||',
      '0 0 0 | 100 0 0 / 0 90 0 | 100 0 -100 / 0 180 0 | 0 0 -100 / 0 270 0 | 0 0 0 / 0 360 0 | 100 0 0 / 0 450 0',
    ],
  ],
  mistakes: [
    ['|x=rabc|', '0 0 0 | 0 0 0 | 0 0 0', ['layout/bad-value 2', 'layout/steps-cover-each-other 3']],
    ['|x=50px;y=0x10;rotate=1w', '0 0 0 | 0 0 0', ['layout/bad-value 2', 'layout/bad-value 2', 'layout/bad-value 2']],
    ['|x=1w2;y=4', '0 0 0 | 0 4 0', ['layout/bad-value 2']],
    ['|rotate-order=xyza;y=4', '0 0 0 | 0 4 0', ['layout/bad-value 2']],
    ['|x=;y=4', '0 0 0 | 0 4 0', ['layout/empty-value 2']],
    ['|x=nowhere+100;y=4', '0 0 0 | 0 4 0', ['layout/unknown-step 2']],
    ['|rel-to=nowhere;y=4', '0 0 0 | 0 4 0', ['layout/unknown-step 2']],
    ['id=a;x=b+1|id=b;x=a+1', '0 0 0 | 1 0 0', ['layout/forward-reference 1', 'layout/cycle 1']],
    ['id=a;x=c+1|id=b|id=c', '0 0 0 | 0 0 0 | 0 0 0', ['layout/forward-reference 1', 'layout/cycle 1', 'layout/steps-cover-each-other 2']],
    ['id=a;rotate=b+1|id=b;rotate=a+1;y=1', '0 0 0 | 0 1 0 / 0 0 1', ['layout/forward-reference 1', 'layout/cycle 1']],
    // Of a ring that is come to from outside, and first at a step that only goes on, the reference is what is not taken as written.
    [
      'x=step-4;y=0|x=7;y=r1|x=step-5+1||',
      '7 0 0 | 7 1 0 | 7 2 0 | 7 3 0 | 7 4 0',
      ['layout/forward-reference 1', 'layout/forward-reference 3', 'layout/cycle 3'],
    ],
    [
      'x=step-1+1|x=9;y=step-2+1',
      '0 0 0 | 9 0 0',
      ['layout/forward-reference 1', 'layout/forward-reference 2', 'layout/cycle 1', 'layout/cycle 2'],
    ],
    ['x=step-1+1|x=9', '0 0 0 | 9 0 0', ['layout/forward-reference 1', 'layout/cycle 1']],
    [`|${h}|x=9`, '0 0 0 | 1600 0 0 | 9 0 0', ['layout/path-of-one-step 2']],
    ['|path=M0,0 X 9|', '0 0 0 | 1600 0 0 | 3200 0 0', ['layout/bad-path 2']],
    ['|path=M0,0 L 9|', '0 0 0 | 1600 0 0 | 3200 0 0', ['layout/bad-path 2']],
    ['|path=M 5 5|', '0 0 0 | 1600 0 0 | 3200 0 0', ['layout/path-without-length 2']],
    ['scale=0|x=5|scale=2', '0 0 0 | 5 0 0 | 5 0 0 / 0 0 0 / 2', ['layout/scale-not-positive 1']],
    [
      'x=1;rel-position=sideways;rel-reset=some;rotate-order=xxy;rel-rotate-x=a',
      '1 0 0',
      ['layout/bad-value 1', 'layout/bad-value 1', 'layout/bad-value 1', 'layout/bad-value 1'],
    ],
  ],
  'steps on one place': [
    ['x=0|||x=5|', '0 0 0 | 0 0 0 | 0 0 0 | 5 0 0 | 5 0 0', ['layout/steps-cover-each-other 2', 'layout/steps-cover-each-other 5']],
    ['x=0|x=r0||rotate=9', '0 0 0 | 0 0 0 | 0 0 0 | 0 0 0 / 0 0 9'],
  ],
}

for (const [group, cases] of Object.entries(groups)) {
  describe(group, () => {
    it.each(cases.map(([deck, placements, diagnostics = []]) => ({ deck, placements, diagnostics })))(
      '$deck',
      ({ deck, placements, diagnostics }) => {
        const laid = laidOut(deck)
        expect(laid.placements.map(brief).join(' | ')).toBe(placements)
        expect(codes(laid.diagnostics)).toEqual(diagnostics)
      },
    )
  })
}

describe('steps that cover others', () => {
  const covered = (deck: string): string[] => codes(laidOut(deck).diagnostics).filter((code) => code.startsWith('layout/steps-cover'))

  it.each(['x=0', 'y=0', 'z=0', 'rel-x=0', 'rel-y=0', 'rel-z=0', 'rel-to=step-1', 'path=M0,0 X'])(
    'are not those that say where they stand, but those after them that do not: %s',
    (field) => expect(covered(`x=0|${field}|`)).toEqual(['layout/steps-cover-each-other 3']),
  )
  it.each(['x=r0', 'x=r+0;y=0', 'z=0;y=r0.0', 'rel-x=0w', 'y=r-0.'])('are not those after one that asks to stay: %s', (fields) => {
    expect(covered(`x=0|${fields}||`)).toEqual([])
  })
  it.each([
    ['whose rows are parted by one elsewhere', 'x=0||rotate=9|rotate=0', [2, 4]],
    ['whose rows are parted by one that says where it stands', 'x=0||y=0|', [2, 4]],
    ['of which each covers another', 'x=0|rotate=9|rotate=0|rotate=9', [3, 4]],
    ['in a row', 'x=0|||', [2]],
    ['but for their scale', 'x=0|scale=2', []],
  ])('are told row by row: %s', (_, deck, steps) => {
    expect(covered(deck)).toEqual(steps.map((step) => `layout/steps-cover-each-other ${step}`))
  })
})

describe('messages', () => {
  const said = (deck: string) => laidOut(deck).diagnostics.map(({ message }) => message)

  it('name the steps of a cycle in their order', () => {
    expect(said('id=a;x=c+1|id=b;x=a+1|id=c;x=b+1')).toContain('The value of data-x goes round in a circle: “a” → “c” → “b” → “a”.')
  })

  it('name of a long cycle only the steps that have the field', () => {
    expect(said('x=step-8+1;y=r1|||||||')).toContain(
      `The value of data-x goes round in a circle: ${[1, 8, 7, 6, 5, 4, 3, 2, 1].map((step) => `“step-${step}”`).join(' → ')}.`,
    )
    expect(said('x=step-9+1;y=r1||||x=r5||||')).toContain('The value of data-x goes round in a circle: “step-1” → “step-5” → “step-1”.')
  })

  it('name the field and the step that are meant', () => {
    expect(said('|y=there+5;x=1')).toEqual(['data-y names the step “there”, and no step has this id.'])
    expect(said('|rel-to=there;x=1')).toEqual(['data-rel-to names the step “there”, and no step has this id.'])
    expect(said('id=a;scale=-2')).toEqual(['The scale of the step “a” comes out as -2, and only a scale above 0 can be shown.'])
    expect(said('x=end|x=5;id=end')).toEqual(['The step “end” comes later in the deck: Hovercraft could not place a step by it.'])
  })

  it('say where a path stops making sense', () => {
    expect(said('|path=M0,0 L 9 huh 5|')).toEqual(['The path cannot be read from “huh” on.'])
    expect(said('|path=M0,0 L 9|')).toEqual(['The path ends where a number is expected.'])
  })

  it('name the steps that cover another', () => {
    expect(said('x=0|||||')).toEqual(['The steps “step-2”, “step-3”, “step-4” and 2 more stand exactly where “step-1” does and cover it.'])
  })
})

describe('long decks', () => {
  it('follow a chain of references as long as the deck', () => {
    const count = 20_000
    const deck = Array.from({ length: count }, (_, index) => (index === count - 1 ? 'x=7' : `x=step-${index + 2}+1`)).join('|')
    const { placements } = laidOut(deck)
    expect(placements[0]?.x).toBe(count - 1 + 7)
  })
})
