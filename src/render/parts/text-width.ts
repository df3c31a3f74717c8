/** The widths of the printable ASCII characters in bold DejaVu Sans, the widest of the fonts that systems fall back to, in thousandths of its size. */
const bold = [
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696,
  696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372,
  372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838,
  500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595,
  478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
]

/** How wide other characters may be: CJK is as wide as high. */
const wide = 1050

/** An upper limit for the width of a text in points, whichever sans-serif font draws it. */
export function textWidth(text: string, size: number): number {
  const thousandths = [...text].map((letter) => bold[(letter.codePointAt(0) ?? 0) - 32] ?? wide)
  return Math.ceil((sum(thousandths) * size) / 1000)
}

/** True where `textWidth` knows the width of each character. */
export function hasKnownWidth(text: string): boolean {
  return /^[ -~\u00a0]*$/.test(text)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
