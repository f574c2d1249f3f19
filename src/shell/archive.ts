/** Archives for the person to keep: apart from single files, so that the packing is loaded only with them. */
import { zipSync } from 'fflate';
import { saveFile } from './download.ts';

/** What a file in an archive says of its time: the same run gives the same archive. */
const FILE_TIME = '2000-01-01T00:00:00';

/** Several files as one archive. */
export function saveArchive(name: string, files: Readonly<Record<string, Uint8Array>>): void {
  saveFile(name, zipSync({ ...files }, { mtime: FILE_TIME }), 'application/zip');
}
