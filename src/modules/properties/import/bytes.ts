import { unreadable, limits } from './refusals.ts';

export type FileKind = 'text' | 'zip';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((b, i) => bytes[i] === b);
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

const strangers: { is: (b: Uint8Array) => boolean; code: string; message: string }[] = [
	{
		is: (b) => ascii(b, 0, 1024).includes('%PDF-'),
		code: 'pdf',
		message: 'Das ist eine PDF-Datei. Bitte speichern Sie die Liste im Tabellenprogramm als XLSX, ODS oder CSV.'
	},
	{
		is: (b) => starts(b, 0xd0, 0xcf, 0x11, 0xe0),
		code: 'old-excel',
		message:
			'Das ist eine alte Excel-Datei (.xls) oder eine mit Kennwort. Bitte öffnen Sie sie und speichern Sie sie ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“.'
	},
	{
		is: (b) =>
			starts(b, 0x89, 0x50, 0x4e, 0x47) || starts(b, 0xff, 0xd8, 0xff) || starts(b, 0x47, 0x49, 0x46, 0x38) || ascii(b, 8, 12) === 'WEBP',
		code: 'picture',
		message: 'Das ist ein Bild. Gebraucht wird die Liste als XLSX, ODS oder CSV.'
	},
	{
		is: (b) => starts(b, 0x1f, 0x8b) || starts(b, 0x37, 0x7a, 0xbc, 0xaf) || ascii(b, 0, 4) === 'Rar!',
		code: 'archive',
		message: 'Das ist ein gepacktes Archiv. Bitte entpacken Sie es und laden Sie die Liste selbst hoch.'
	},
	{
		is: (b) => /^\s*<(!doctype|html|\?xml)/i.test(ascii(b, 0, 200)),
		code: 'markup',
		message: 'Das ist eine Webseite oder XML-Datei. Bitte öffnen Sie sie im Tabellenprogramm und speichern Sie sie als XLSX oder CSV.'
	},
	{
		is: (b) => /^(\uFEFF|ï»¿)?\s*[{[]\s*["{[\]}]/.test(ascii(b, 0, 200)) || ascii(b, 0, 200).includes('BEGIN:VCALENDAR'),
		code: 'not-a-table',
		message: 'Das ist keine Tabelle (JSON oder Kalender). Bitte laden Sie eine Liste als XLSX, ODS oder CSV hoch.'
	}
];

/**
 * What a file is by its first bytes; its name and declared type are not believed.
 * @throws Refusal with a German sentence for an empty, oversized or foreign file.
 */
export function fileKind(bytes: Uint8Array): FileKind {
	if (!bytes.some((b) => b > 0x20 && b !== 0xef && b !== 0xbb && b !== 0xbf && b !== 0xfe && b !== 0xff))
		throw unreadable('empty', 'Die Datei ist leer. Bitte wählen Sie eine Liste mit mindestens einer Kopfzeile und einer Zeile.');
	if (bytes.length > limits.fileBytes)
		throw unreadable(
			'too-large',
			`Die Datei ist größer als ${limits.fileBytes / 1024 / 1024} MB. Bitte teilen Sie die Liste in mehrere Dateien.`
		);
	if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
	const stranger = strangers.find(({ is }) => is(bytes));
	if (stranger) throw unreadable(stranger.code, stranger.message);
	return 'text';
}

/** Zero bytes at every second place are the trace of UTF-16 without a byte order mark. */
function silentUtf16(bytes: Uint8Array): Encoding | null {
	const head = bytes.subarray(0, 2000);
	const zeros = [0, 0];
	head.forEach((b, i) => (zeros[i % 2]! += b === 0 ? 1 : 0));
	const half = head.length / 2;
	if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.1) return 'utf-16le';
	if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.1) return 'utf-16be';
	return null;
}

/** True when all bytes are well-formed UTF-8; read in pieces, so that a large file needs no second copy. */
function isUtf8(bytes: Uint8Array): boolean {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for (let at = 0; at < bytes.length; at += 65_536) decoder.decode(bytes.subarray(at, at + 65_536), { stream: true });
		decoder.decode();
		return true;
	} catch {
		return false;
	}
}

/** Byte order mark, else the trace of UTF-16, else strict UTF-8, else what German Windows writes. */
export function textEncoding(bytes: Uint8Array): Encoding {
	if (starts(bytes, 0xff, 0xfe)) return 'utf-16le';
	if (starts(bytes, 0xfe, 0xff)) return 'utf-16be';
	if (starts(bytes, 0xef, 0xbb, 0xbf)) return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
	const utf16 = silentUtf16(bytes);
	if (utf16) return utf16;
	if (bytes.subarray(0, 65_536).filter((b) => b === 0).length > 8)
		throw unreadable(
			'binary',
			'Die Datei enthält Zeichen, die in einer Tabelle nicht vorkommen. Bitte speichern Sie die Liste neu als XLSX oder CSV.'
		);
	return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text in pieces, without byte order mark and without NUL characters. */
export function* decode(bytes: Uint8Array, encoding: Encoding): Generator<string> {
	const decoder = new TextDecoder(encoding);
	for (let at = 0; at < bytes.length; at += 65_536) {
		const text = decoder.decode(bytes.subarray(at, at + 65_536), { stream: true });
		yield text.includes('\0') ? text.replaceAll('\0', '') : text;
	}
	yield decoder.decode();
}
