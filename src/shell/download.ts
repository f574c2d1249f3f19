/** Files for the person to keep. */

/** How long the address of a download lives: some browsers read it only after the click was handled. */
const KEPT_MILLISECONDS = 60_000;

/** A text as a file. */
export function saveText(name: string, text: string, mediaType: string): void {
  saveFile(name, new TextEncoder().encode(text), mediaType);
}

/** Octets as a file. */
export function saveFile(name: string, octets: Uint8Array<ArrayBuffer>, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([octets], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
