/**
 * The player: impress.js with the plugins that serve a compiled deck, and our own in place of those that hurt. The order is
 * impress.js's: core, libraries, plugins; then our listeners; then the start.
 */
import 'impress.js/src/impress.js'
import 'impress.js/src/lib/gc.js'
import './library.ts'
import 'impress.js/src/plugins/mouse-timeout/mouse-timeout.js'
import 'impress.js/src/plugins/progress/progress.js'
import 'impress.js/src/plugins/resize/resize.js'
import { keepAddress } from './address.ts'
import { placeAims } from './aiming.ts'
import { announce } from './announce.ts'
import { colourAround } from './around.ts'
import { autoplay } from './autoplay.ts'
import { blank, comeBackFirst } from './blank.ts'
import { presenterConsole } from './console.ts'
import { consoleWindow } from './console-window.ts'
import { markCovering } from './covering.ts'
import { fillDrawings } from './drawings.ts'
import { fitSlides } from './fitting.ts'
import { askForStep } from './go-to.ts'
import { help } from './help.ts'
import { onChange } from './impress.ts'
import { showInk, takeBack } from './ink.ts'
import type { SlideAction } from './key-table.ts'
import { type Act, fullscreen, listenToKeys } from './keys.ts'
import { followLinks } from './links.ts'
import { playMedia } from './media.ts'
import { navigate } from './navigation.ts'
import { markNeighbours } from './neighbours.ts'
import { leadOn } from './next-slide.ts'
import { closeOverview, overview } from './overview.ts'
import { copyPictures } from './pictures.ts'
import { take } from './pointing.ts'
import { followPresses } from './presses.ts'
import { preparePreview } from './preview-frame.ts'
import { printNotes } from './print-notes.ts'
import { fitPages } from './printing.ts'
import { readNarrow } from './reading.ts'
import { standFlat } from './rest.ts'
import { focusScrolling } from './scrolling.ts'
import { search, unmarkFound } from './search.ts'
import { nameSlides } from './slide-names.ts'
import { numberSlides } from './slide-number.ts'
import { start } from './start.ts'
import { swipe } from './touch.ts'
import { unfoldDrawings } from './unfold.ts'
import { hideUnseen } from './unseen.ts'

const complete = (part?: ParentNode) => {
  fillDrawings(part)
  unfoldDrawings(part)
  copyPictures()
}
// What the page looks like without script is over.
if (window.impress.supported) document.body.classList.remove('impress-not-supported')
complete()
onChange(complete)
onChange(closeOverview)
readNarrow()
fitSlides()
fitPages()
printNotes()
placeAims()
preparePreview()
consoleWindow()
keepAddress()
followLinks()
navigate()
const actions: Readonly<Record<SlideAction, Act>> = {
  next: (api, event) => api.next(event),
  previous: (api, event) => api.prev(event),
  first: (api) => api.goto(0),
  last: (api) => api.goto(-1),
  askForStep,
  search,
  black: () => blank('black'),
  white: () => blank('white'),
  laser: () => take('laser'),
  draw: () => take('pen'),
  undoStroke: () => takeBack(false),
  clearStrokes: () => takeBack(true),
  putAway: () => take(),
  overview,
  fullscreen,
  autoplay: autoplay().toggle,
  openConsole: presenterConsole().open,
  help: help((action, api) => actions[action](api)),
}
listenToKeys(actions)
swipe()
standFlat()
followPresses()
leadOn()
markCovering()
numberSlides()
nameSlides()
focusScrolling()
hideUnseen()
announce()
colourAround()
unmarkFound()
showInk()
comeBackFirst()
playMedia()
markNeighbours()
start()
