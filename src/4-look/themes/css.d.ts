/** A style sheet as text: `?raw` for vitest, `--loader:.css=text` for esbuild. */
declare module '*.css?raw' {
  const css: string
  // biome-ignore lint/style/noDefaultExport: both loaders give the text as the default export.
  export default css
}
