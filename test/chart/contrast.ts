/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour of this opacity on another one. */
export function blend(colour: string, opacity: number, below: string): string {
  const parts = [1, 3, 5].map((at) => {
    const [top, bottom] = [colour, below].map((text) => Number.parseInt(text.slice(at, at + 2), 16));
    return Math.round(opacity * top + (1 - opacity) * bottom);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
