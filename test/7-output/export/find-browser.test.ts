import { describe, expect, it } from 'vitest'
import { findBrowsers } from '../../../src/7-output/export/find-browser.ts'

const linux = { PATH: '/usr/local/bin:/usr/bin' }
const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const windows = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' }
const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
const own = 'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'

describe('the search for a browser', () => {
  it.each<[string, NodeJS.Platform, Record<string, string>, string[], string[]]>([
    ['takes what CHROME_PATH says', 'linux', { ...linux, CHROME_PATH: '/my/chrome' }, ['/my/chrome', '/usr/bin/chromium'], ['/my/chrome']],
    ['and then no other', 'linux', { ...linux, CHROME_PATH: '/my/chrome' }, ['/usr/bin/chromium'], []],
    ['takes an empty CHROME_PATH for none', 'linux', { ...linux, CHROME_PATH: '' }, ['/usr/bin/chromium'], ['/usr/bin/chromium']],
    [
      'goes along PATH, and to the starter of a snap last',
      'linux',
      linux,
      ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
      ['/usr/bin/google-chrome', '/usr/bin/chromium-browser'],
    ],
    ['on macOS: applications', 'darwin', linux, [mac], [mac]],
    [
      'on macOS: a person’s own',
      'darwin',
      {},
      ['/home/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
      ['/home/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ],
    ['on Windows: a person’s own Chrome before Edge', 'win32', windows, [edge, own], [own, edge]],
    ['finds nothing where there is nothing', 'linux', linux, [], []],
  ])('%s', (_, platform, environment, there, found) => {
    expect(findBrowsers({ platform, environment, home: '/home/me', exists: (path) => there.includes(path) })).toEqual(found)
  })
})
