/** A slide's style for a picture behind all of it. `isSized`: its size is said elsewhere. */
export const pictureStyle = (address: string, isSized = false): string =>
  `background-image: url(${address}); ${isSized ? '' : 'background-size: cover; '}background-position: center; background-repeat: no-repeat;`
