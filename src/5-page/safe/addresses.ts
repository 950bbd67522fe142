/** Browsers drop control characters from an address before they read its scheme (URL standard, basic URL parser). */
const bare = (address: string): string => address.replace(/[\0-\x20]/g, '')

/** A place in the same page, or nothing. */
export const isInside = (address: string): boolean => bare(address).startsWith('#') || bare(address) === ''

/** A picture or font that is written out in its address. */
export const isPicture = (address: string): boolean =>
  /^data:(?:,$|(?:image\/(?:png|jpeg|gif|webp|avif|svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)|(?:font\/|application\/(?:x-)?font-|application\/vnd\.ms-fontobject)[\w+.-]*)[;,])/i.test(
    bare(address),
  )

/** A picture, font, film or sound that is written out in its address. */
export const isMedium = (address: string): boolean =>
  isPicture(address) || /^data:(?:audio|video|text\/vtt)[\w/+.-]*[;,]/i.test(bare(address))

/** It runs a script where a link leads to it. */
export const isScript = (address: string): boolean =>
  /^(?:javascript|vbscript):/i.test(bare(address)) || /^data:(?!image\/|font\/|application\/(?:x-)?font-)/i.test(bare(address))

/** A link may lead there: it opens another page, or a program for mail or calls, when it is clicked. */
export const isHarmlessLink = (address: string): boolean =>
  !/^[a-z][\w+.-]*:/i.test(bare(address)) || /^(?:https?|mailto|tel):/i.test(bare(address))

/** It names a file by a relative path. A backslash is a slash to browsers. */
export const isRelative = (address: string): boolean => !/^(?:[a-z][\w+.-]*:|[/\\])/i.test(bare(address))

/** For a message. */
export const short = (address: string): string => (address.length > 60 ? `${address.slice(0, 57)}…` : address)
