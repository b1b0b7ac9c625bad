/** What may be uploaded, told by the bytes themselves: names and declared types are never trusted. */

export type UploadKind = 'jpeg' | 'png' | 'webp' | 'pdf' | 'heic' | 'unknown';

export const uploadLimits = { pictureBytes: 25_000_000, pdfBytes: 20_000_000, pixels: 60_000_000, perHouse: 30, atOnce: 12 } as const;

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
const begins = (bytes: Uint8Array, magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'hevm', 'mif1', 'msf1'];

export function kindOfUpload(bytes: Uint8Array): UploadKind {
	if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
	if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
	if (ascii(bytes, 0, 5) === '%PDF-')
		return ascii(bytes, Math.max(0, bytes.length - 2048), bytes.length).includes('%%EOF') ? 'pdf' : 'unknown';
	if (ascii(bytes, 4, 8) === 'ftyp' && heicBrands.includes(ascii(bytes, 8, 12))) return 'heic';
	return 'unknown';
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000).toLocaleString('de-DE')} MB`;

/** What stands against this file, as a sentence that names it; null when it may come in. */
export function whyNotUpload(name: string, bytes: Uint8Array): string | null {
	const kind = kindOfUpload(bytes);
	if (!bytes.length) return `„${name}“ ist leer.`;
	if (kind === 'heic')
		return `„${name}“ ist ein HEIC-Bild. Das lesen die meisten Programme nicht. Bitte am Telefon unter Kamera › Formate „Maximale Kompatibilität“ wählen, oder das Bild als JPEG sichern.`;
	if (kind === 'unknown') return `„${name}“ ist weder ein Bild (JPEG, PNG, WebP) noch ein vollständiges PDF.`;
	const limit = kind === 'pdf' ? uploadLimits.pdfBytes : uploadLimits.pictureBytes;
	return bytes.length > limit ? `„${name}“ ist größer als ${megabytes(limit)}. Bitte verkleinern.` : null;
}

/** Bytes that go on the way at once; the server takes little more. */
const together = 60_000_000;

/** What is too heavy to be sent at all, as a sentence; null when it may go. `most`: bytes that one file may have. */
export function whyTooHeavy(files: readonly { name: string; size: number }[], most = together): string | null {
	const [heavy] = files.filter(({ size }) => size > most);
	if (heavy)
		return `„${heavy.name}“ hat ${megabytes(heavy.size)}, angenommen werden höchstens ${megabytes(most)}. Bitte verkleinern oder aufteilen.`;
	const sum = files.reduce((all, { size }) => all + size, 0);
	return sum > together
		? `Zusammen sind das ${megabytes(sum)}, auf einmal gehen höchstens ${megabytes(together)}. Bitte in zwei Schritten anfügen.`
		: null;
}

export const widths = [1920, 1280, 640] as const;

/** The store key of a narrower copy of a picture. */
export const copyKey = (key: string, width: number): string => key.replace(/\.webp$/, `-${width}.webp`);
