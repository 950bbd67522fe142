import { consoleQuery, previewId, previewName } from '../page-contract/console-messages.ts'

/**
 * Makes a page whose address ends in `?console` the presenter console. `<plaintext>` takes the rest of the page as text (HTML §13.2.6.4.7), which then is
 * written into a frame: so the page is loaded once, and runs where it has a window of its own. There the player finds that it is a preview, and puts the
 * console around the frame (src/player/console-window.ts), which must not be moved: a frame that is moved is empty. As the console has the page's own
 * address, loading it again does not empty it, from the disk too.
 */
export const consoleShell = `if(parent===self&&/[?&]${consoleQuery}\\b/.test(location.search)){
document.write('<plaintext id=deck-page hidden>')
addEventListener('DOMContentLoaded',function(){
var page=document.getElementById('deck-page'),root=document.documentElement,start='<!DOCTYPE html>'+root.cloneNode().outerHTML.replace('</html>','')+'<head>'+document.head.innerHTML
root.style.background='#101216'
document.body.innerHTML='<div id="console"><div id="views"><div class="view"><iframe id="${previewId}" name="${previewName}" tabindex="-1" width="1024" height="768"></iframe></div></div></div>'
var inside=document.getElementById('${previewId}').contentDocument
inside.open()
inside.write(start+page.textContent)
inside.close()
})}`
