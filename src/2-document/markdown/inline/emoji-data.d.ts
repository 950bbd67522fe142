declare module 'markdown-it-emoji/lib/data/full.mjs' {
  /** Shortcode without colons → character. */
  const emojis: Readonly<Record<string, string | undefined>>
  // biome-ignore lint/style/noDefaultExport: it is how the package has it
  export default emojis
}
