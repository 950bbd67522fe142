/** The look of the presenter console. Selectors weigh little, so that an author's sheet wins. */
export const consoleStyle = `
:where(#impressconsole) { height: 100%; }
:where(#impressconsole body) { background: #16181c; color: #eceef1; display: flex; flex-direction: column; font: 22px/1.45 system-ui, Verdana, sans-serif; height: 100vh; margin: 0; }
:where(#console) { display: grid; flex: 1; gap: 12px; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); min-height: 0; padding: 12px 12px 0; }
:where(#views) { display: grid; gap: 12px; grid-template-rows: minmax(0, 3fr) minmax(0, 2fr); min-height: 0; }
:where(.view) { min-height: 0; overflow: hidden; position: relative; }
:where(.view iframe) { background: #fff; border: 0; left: 0; pointer-events: none; position: absolute; top: 0; transform-origin: 0 0; }
:where(#preView) { opacity: .85; }
:where(#blocker) { background: rgba(0, 0, 0, .6); border-radius: 4px 0 0 0; bottom: 0; color: #fff; font-size: 15px; left: 0; padding: 1px 10px; position: absolute; }
:where(#notes) { background: #fff; border-radius: 4px; color: #16181c; overflow: auto; padding: 4px 18px; }
:where(#notes .notes + .notes) { border-top: 1px solid #ccd; }
:where(#notes .noNotes) { color: #889; padding: 12px 0; }
:where(#notes img) { height: auto; max-width: 100%; }
:where(#notes :is(pre, tt, code)) { background: #eef0f3; border-radius: 3px; font: .9em/1.4 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
:where(#notes :is(tt, code)) { padding: 0 .2em; }
:where(#notes pre) { overflow-wrap: anywhere; padding: .5em .7em; white-space: pre-wrap; }
:where(#notes .highlight :is(.c, .c1, .cm, .ln)) { color: #5b6470; }
:where(#notes .highlight :is(.k, .kd, .kn, .kc, .nt)) { font-weight: 700; }
:where(#notes table) { border-collapse: collapse; margin: .6em 0; }
:where(#notes :is(th, td)) { border: 1px solid #c3c8d0; padding: .15em .6em; text-align: start; vertical-align: top; }
:where(#notes th) { background: #eef0f3; }
:where(#notes :is(th, td) > p) { margin: 0; }
:where(#notes blockquote) { border-inline-start: 4px solid #c3c8d0; margin: .6em 0; padding-inline-start: .8em; }
:where(#controls) { align-items: center; display: flex; gap: 16px; padding: 10px 14px; }
:where(#controls a) { background: #33373f; border-radius: 6px; color: inherit; display: block; padding: 4px 22px; text-decoration: none; }
:where(#clock) { font-variant-numeric: tabular-nums; margin-left: auto; }
:where(#timer) { cursor: pointer; font-variant-numeric: tabular-nums; }
:where(#status) { color: #9aa3ad; font-size: 15px; min-width: 4.5em; }
`
