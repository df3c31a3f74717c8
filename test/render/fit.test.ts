import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, cluster, ocf, type PictureOptions, readCib, toSvg } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chromium } from '../support/chromium.js'
import { hostileCluster, hostileTexts } from '../support/hostile.js'
import { describeWith, root, run } from '../support/tools.js'

const scenario = (name: string) =>
  readCib(readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'))).output as Cluster

const everything: PictureOptions = { show: ['locations', 'fencing', 'nodes'] }
const pictures: readonly (readonly [name: string, cluster: Cluster, options: PictureOptions])[] = [
  ...['light', 'newton-light', 'mitaka-full', 'wallaby-bundles', 'kitchen-sink'].map(
    (name) => [name, scenario(name), everything] as const,
  ),
  ['kitchen-sink, groups collapsed', scenario('kitchen-sink'), { collapseGroups: true }],
  ['one box without order and colocation', cluster({ resources: [ocf.pacemaker.Dummy('x')] }), {}],
  ['hostile ids', hostileCluster(hostileTexts), everything],
]

/** Every text of the boxes and frames, in the fonts of this system, that is not inside them: nothing else of the picture is looked at. */
const outside = `[...document.querySelectorAll('g.box, g.frame')].flatMap((box) => {
  const shape = box.querySelector('polygon, path').getBBox()
  return [...box.querySelectorAll('text')].flatMap((text) => {
    const { x, y, width, height } = text.getBBox()
    const fits = x >= shape.x && x + width <= shape.x + shape.width && y >= shape.y - 2 && y + height <= shape.y + shape.height + 2
    return fits ? [] : [text.textContent]
  })
})`

describeWith(['chromium', 'rsvg-convert'], 'text fits its box', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-fit-'))
  let browser: Chromium
  beforeAll(() => {
    browser = new Chromium()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  test.each(pictures)('in Chromium: %s', async (_, shown, options) => {
    const file = join(folder, 'picture.svg')
    writeFileSync(file, (await toSvg(shown, options)).output as string)
    await browser.open(file)
    expect(await browser.evaluate(outside)).toEqual([])
  })

  /** The dark pixels of an image. */
  const darkPixels = (png: Buffer) =>
    browser.evaluate<number>(`(async () => {
      const image = new Image()
      image.src = 'data:image/png;base64,${png.toString('base64')}'
      await image.decode()
      const { naturalWidth: width, naturalHeight: height } = image
      const canvas = new OffscreenCanvas(width, height).getContext('2d')
      canvas.drawImage(image, 0, 0)
      const { data } = canvas.getImageData(0, 0, width, height)
      return data.filter((value, at) => at % 4 === 0 && value < 128).length
    })()`)

  const drawn = async (svg: string) => {
    const file = join(folder, 'picture.svg')
    writeFileSync(file, svg)
    const png = join(folder, 'picture.png')
    expect(run('rsvg-convert', ['-o', png, file]).status).toBe(0)
    return darkPixels(readFileSync(png))
  }

  /** The texts of the boxes in black, and their shapes in white in front of them: what can be seen is outside. */
  function textBehindShapes(svg: string): { readonly covered: string; readonly bare: string } {
    const [head] = /^<svg [^>]*>/.exec(svg) as RegExpExecArray
    const boxes = svg.match(/<g id="[^"]*" class="(?:box|frame)[^\n]*<\/g>/g) ?? []
    const texts = boxes.flatMap((box) => box.match(/<text .*?<\/text>/g) ?? [])
    const black = texts.map((text) => text.replace(/ fill="[^"]*"/, ' fill="#000000"'))
    const shapes = boxes.flatMap((box) => box.match(/<(?:polygon|path) [^>]*>/g)?.[0] ?? [])
    const white = shapes.map((shape) =>
      shape.replace(/ (?:fill|stroke)="[^"]*"/g, '').replace('/>', ' fill="#ffffff" stroke="#ffffff"/>'),
    )
    const ground = '<rect x="-50" y="-50" width="200%" height="200%" fill="#ffffff"/>'
    const document = (parts: readonly string[]) => [head, ground, ...black, ...parts, '</svg>'].join('\n')
    return { covered: document(white), bare: document([]) }
  }

  test.each(pictures.slice(0, -1))('in librsvg: %s', async (_, shown, options) => {
    await browser.open(join(root, 'LICENSE'))
    const { covered, bare } = textBehindShapes((await toSvg(shown, options)).output as string)
    expect(await drawn(bare)).toBeGreaterThan(200)
    expect(await drawn(covered)).toBe(0)
  })
})
