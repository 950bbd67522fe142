import { describe, expect, it } from 'vitest'
import * as options from '../../../../src/2-document/syntax/directives/options.ts'
import type { OptionConverter } from '../../../../src/rst.ts'

/** Converter, text, value; `problem` where the text does not do. */
const problem = Symbol('problem')
const cases: [string, OptionConverter, string | undefined, unknown][] = [
  ['flag', options.flag, undefined, true],
  ['flag', options.flag, ' ', true],
  ['flag', options.flag, 'yes', problem],
  ['unchanged', options.unchanged, undefined, ''],
  ['unchanged', options.unchanged, ' a  b', ' a  b'],
  ['unchangedRequired', options.unchangedRequired, undefined, problem],
  ['path', options.path, 'a/\n  b c.png', 'a/b c.png'],
  ['uri', options.uri, 'a b\n c\\ d', 'abc d'],
  ['uri', options.uri, 'a\\_b \\', 'a_b'],
  ['nonnegativeInteger', options.nonnegativeInteger, ' 7 ', 7],
  ['nonnegativeInteger', options.nonnegativeInteger, '1_000', 1000],
  ['nonnegativeInteger', options.nonnegativeInteger, '-1', problem],
  ['nonnegativeInteger', options.nonnegativeInteger, '1.0', problem],
  ['positiveInteger', options.positiveInteger, '0', problem],
  ['integer', options.integer, '-3', -3],
  ['percentage', options.percentage, '50 %', 50],
  ['percentage', options.percentage, '50', 50],
  ['percentage', options.percentage, '5.5%', problem],
  ['percentage', options.percentage, undefined, problem],
  ['positiveIntegerList', options.positiveIntegerList, '1 2  3', [1, 2, 3]],
  ['positiveIntegerList', options.positiveIntegerList, '1, 2,3', [1, 2, 3]],
  ['positiveIntegerList', options.positiveIntegerList, '1,,2', problem],
  ['lengthOrUnitless', options.lengthOrUnitless, '3 pt', '3pt'],
  ['lengthOrUnitless', options.lengthOrUnitless, '1.50em', '1.5em'],
  ['lengthOrUnitless', options.lengthOrUnitless, '2rem', '2rem'],
  ['lengthOrUnitless', options.lengthOrUnitless, '50%', problem],
  ['lengthOrUnitless', options.lengthOrUnitless, '1.2.3', problem],
  ['lengthOrPercentageOrUnitless', options.lengthOrPercentageOrUnitless, '50 %', '50%'],
  ['lengthOrPercentageOrUnitless', options.lengthOrPercentageOrUnitless, '-50%', problem],
  ['lengthOrPercentageOrPixels', options.lengthOrPercentageOrPixels, '300', '300px'],
  ['classOption', options.classOption, 'a_b  C 3d', ['a-b', 'c', 'd']],
  ['classOption', options.classOption, 'a 1', problem],
  ['choice', options.choice(['left', 'right']), ' LEFT ', 'left'],
  ['choice', options.choice(['left', 'right']), 'up', problem],
  ['valueOr', options.valueOr(['auto'], options.integer), 'auto', 'auto'],
  ['valueOr', options.valueOr(['auto'], options.integer), '3', 3],
  ['unicodeCode', options.unicodeCode, '169', '©'],
  ['unicodeCode', options.unicodeCode, 'U+1F600', '😀'],
  ['unicodeCode', options.unicodeCode, '&#xA9;', '©'],
  ['unicodeCode', options.unicodeCode, '\\u00a9', '©'],
  ['unicodeCode', options.unicodeCode, 'xyz', 'xyz'],
  ['unicodeCode', options.unicodeCode, '0x110000', problem],
  ['singleCharacter', options.singleCharacter, '😀', '😀'],
  ['singleCharacter', options.singleCharacter, 'ab', problem],
  ['singleCharacterOrSpace', options.singleCharacterOrSpace, 'tab', '\t'],
  ['encoding', options.encoding, 'latin-1', 'latin-1'],
  ['encoding', options.encoding, 'UTF_8', 'UTF_8'],
  ['encoding', options.encoding, 'klingon', problem],
  ['parserName', options.parserName, 'reStructuredText', 'rst'],
  ['parserName', options.parserName, 'markdown', problem],
]

describe('option converters', () => {
  it.each(cases)('%s(%j)', (_, convert, text, value) => {
    const result = convert(text)
    if (value === problem) expect(result).toEqual({ problem: expect.any(String) })
    else expect(result).toEqual({ value })
  })
})
