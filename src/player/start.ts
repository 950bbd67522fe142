/** Starts impress.js and gives the reader back what its start takes: the viewport that can be zoomed. */
export function start(): void {
  if (!window.impress.supported || !document.getElementById('impress')) return
  const viewport = document.querySelector<HTMLMetaElement>('meta[name=viewport]')
  const content = viewport?.content
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) stopMotion()
  window.impress().init()
  if (viewport && content !== undefined) viewport.content = content
}

function stopMotion(): void {
  for (const element of document.querySelectorAll<HTMLElement>('#impress, #impress .step')) element.dataset['transitionDuration'] = '0'
}
