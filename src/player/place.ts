/** Where a step stands: what takes its own plane, the origin in its middle, to the stage (impress.js's `initStep`). */
export function placeOf({ dataset }: HTMLElement): DOMMatrix {
  const number = (value: string | undefined, otherwise = 0): number => Number(value ?? otherwise) || otherwise
  const angles = new Map([
    ['x', dataset['rotateX']],
    ['y', dataset['rotateY']],
    ['z', dataset['rotateZ'] ?? dataset['rotate']],
  ])
  const turns = [...(dataset['rotateOrder'] ?? 'xyz')].map((axis) => `rotate${axis.toUpperCase()}(${number(angles.get(axis))}deg)`)
  const moved = `translate3d(${number(dataset['x'])}px, ${number(dataset['y'])}px, ${number(dataset['z'])}px)`
  return new DOMMatrix(`${moved} ${turns.join(' ')} scale(${number(dataset['scale'], 1)})`)
}
