/** A picture in the forms that the browser can give it: SVG drawn as PNG, and onto the clipboard. */

/** Wider or higher canvases come out empty in some browsers. */
const MOST_PIXELS = 16_384;

/**
 * The picture as PNG octets, so many times its size, or as large as browsers can draw.
 * @throws {Error} if the browser does not draw it.
 */
export async function pngOfSvg(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await drawn(svg, scale)).arrayBuffer());
}

/** Copies the picture; false where the browser does not allow it, or has no clipboard for pictures. */
export async function copyPicture(svg: string, scale: number): Promise<boolean> {
  try {
    // The promise, not what it brings: Safari allows the clipboard only in the very moment of the click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn(svg, scale) })]);
    return true;
  } catch {
    return false;
  }
}

async function drawn(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const fitting = Math.min(scale, MOST_PIXELS / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * fitting);
  canvas.height = Math.round(image.naturalHeight * fitting);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the browser does not draw the picture'));
      else resolve(blob);
    }, 'image/png');
  });
}
