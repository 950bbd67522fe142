/** The look of the presenter console: dark, for a dark room. It lies in a layer, so that an author's sheet wins. */
export const consoleStyle = `@layer {
#impressconsole { height: 100%; color-scheme: dark; }
#impressconsole * { box-sizing: border-box; }
#impressconsole body { background: #101216; color: #e6e8ec; display: flex; flex-direction: column; font: 17px/1.4 system-ui, "Segoe UI", Roboto, sans-serif; height: 100vh; margin: 0; overflow: hidden; }
#console { display: flex; flex: 1; min-height: 0; padding: 12px 12px 0; }
#views { align-content: start; display: flex; flex: 0 0 60%; flex-wrap: wrap; gap: 12px; min-height: 0; min-width: 0; overflow: hidden; }
.view { border-radius: 4px; flex: none; outline: 1px solid #2b2f37; outline-offset: 0; overflow: hidden; position: relative; }
.view iframe { background: #fff; border: 0; left: 0; pointer-events: none; position: absolute; top: 0; transform-origin: 0 0; }
#blocker, #screen { background: rgba(10, 12, 16, .78); color: #e6e8ec; font-size: 14px; left: 0; padding: 2px 10px; position: absolute; }
#blocker { border-radius: 0 4px 0 0; bottom: 0; }
#screen { align-items: center; background: rgba(0, 0, 0, .8); color: #ffd75e; display: flex; font-size: 24px; font-weight: 600; inset: 0; justify-content: center; }
#screen:empty, body:not(.gone) #reopen { display: none; }
#reopen { background: #ffb454; color: #101216; border: 0; border-radius: 6px; cursor: pointer; font: inherit; font-weight: 600; inset: 40% auto auto 50%; padding: 10px 22px; position: absolute; transform: translateX(-50%); }
#where { flex: 1 1 150px; min-width: 0; overflow: hidden; }
#slide { color: #98a1ad; font-size: 24px; font-variant-numeric: tabular-nums; line-height: 1.2; }
#slide b { color: #e6e8ec; font-size: 40px; }
#title { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
#presses { color: #98a1ad; }
#pace { font-size: 22px; font-weight: 600; margin-top: 8px; }
#pace.ahead { color: #6ed39a; }
#pace.behind, #left.over, .gone #status { color: #ffb454; }
#separator { cursor: col-resize; flex: none; margin: 0 2px; padding: 0 4px; touch-action: none; width: 12px; }
#separator::before { background: #2b2f37; border-radius: 2px; content: ""; display: block; height: 100%; }
#separator:is(:hover, :focus-visible)::before { background: #4c8dff; }
#notes { background: #181b21; border-radius: 4px; flex: 1; line-height: 1.45; min-width: 0; overflow: auto; padding: 4px 20px; }
#notes > .notes { border-inline-start: 3px solid transparent; margin: 0 -20px; padding: .1px 17px; }
#notes > .notes + .notes { border-top: 1px solid #2b2f37; }
#notes > .now { background: #20252e; border-inline-start-color: #4c8dff; }
#notes > .other { opacity: .5; }
#notes .noNotes { color: #7d8693; padding: 12px 0; }
#notes a { color: #8ab8ff; }
#notes img { height: auto; max-width: 100%; }
#notes :is(pre, tt, code), #notes th { background: color-mix(in srgb, currentColor 9%, transparent); }
#notes :is(pre, tt, code) { border-radius: 3px; font: .9em/1.4 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
#notes :is(tt, code) { padding: 0 .2em; }
#notes pre { overflow-wrap: anywhere; padding: .5em .7em; white-space: pre-wrap; }
#notes .highlight :is(.c, .c1, .cm, .ln) { color: #9aa5b4; }
#notes .highlight :is(.k, .kd, .kn, .kc, .nt) { font-weight: 700; }
#notes table { border-collapse: collapse; margin: .6em 0; }
#notes :is(th, td) { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .15em .6em; text-align: start; vertical-align: top; }
#notes :is(th, td) > p { margin: 0; }
#notes blockquote { border-inline-start: 4px solid color-mix(in srgb, currentColor 25%, transparent); margin: .6em 0; padding-inline-start: .8em; }
#controls { align-items: center; display: flex; gap: 10px; padding: 10px 12px; white-space: nowrap; }
#controls :is(a, button, input) { background: #262b34; border: 0; border-radius: 6px; color: inherit; cursor: pointer; display: block; font: inherit; padding: 5px 14px; text-decoration: none; }
#controls :is(a, button):hover, #timer:hover { background: #343b47; }
#controls button[aria-pressed=true] { background: #ffd75e; color: #101216; }
#next a { background: #2f6fe0; padding: 5px 26px; }
#controls input { cursor: text; width: 6em; }
#impressconsole :focus-visible { outline: 2px solid #8ab8ff; outline-offset: 1px; }
#status { color: #98a1ad; font-size: 15px; margin-top: 8px; }
#pause { margin-inline-start: auto; }
#timer { border-radius: 6px; cursor: pointer; font-size: 26px; font-variant-numeric: tabular-nums; font-weight: 600; padding: 0 6px; }
#timer.stopped { color: #ffd75e; }
#left, #clock { color: #98a1ad; font-variant-numeric: tabular-nums; }
#clock { border-inline-start: 1px solid #343b47; font-size: 20px; padding-inline-start: 12px; }
.gone .view:first-child iframe { opacity: .25; }
@media (max-width: 1150px) { #controls { gap: 6px; } #controls :is(a, button, input) { padding: 5px 9px; } #controls input { width: 4.5em; } }
}`
