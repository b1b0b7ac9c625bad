import { kindOfUpload, uploadLimits, whyNotUpload } from '#lib/upload.ts';

/** What may hang on a message, told by the bytes themselves: pictures are drawn afresh, the rest is only ever handed out as a download. */

export const attachmentLimits = { perMessage: 6, officeBytes: 15_000_000 } as const;

const officeTypes = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	odt: 'application/vnd.oasis.opendocument.text',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	odp: 'application/vnd.oasis.opendocument.presentation'
} as const;
export type OfficeKind = keyof typeof officeTypes;
export type AttachmentKind = 'picture' | 'pdf' | OfficeKind | 'macros' | 'old' | 'unknown';

export const typeOf = (kind: 'pdf' | OfficeKind): string => (kind === 'pdf' ? 'application/pdf' : officeTypes[kind]);

const rooms = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const;
/** Names in a ZIP are written in the open, so nothing need be unpacked to read them. */
const names = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function kindOfZip(bytes: Uint8Array): AttachmentKind {
	const zip = names(bytes);
	if (zip.includes('vbaProject.bin') || zip.includes('Basic/script-lc.xml')) return 'macros';
	const declared = zip.subarray(30, 130).toString('latin1');
	if (declared.startsWith('mimetype')) {
		const type = declared.slice('mimetype'.length);
		return (['odt', 'ods', 'odp'] as const).find((kind) => type.startsWith(`${officeTypes[kind]}PK`)) ?? 'unknown';
	}
	if (!zip.includes('[Content_Types].xml')) return 'unknown';
	return (Object.keys(rooms) as (keyof typeof rooms)[]).find((kind) => zip.includes(rooms[kind])) ?? 'unknown';
}

export function kindOfAttachment(bytes: Uint8Array): AttachmentKind {
	const kind = kindOfUpload(bytes);
	if (kind === 'pdf') return 'pdf';
	if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return 'picture';
	if (kind === 'heic') return 'unknown';
	const begins = (magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
	if (begins([0xd0, 0xcf, 0x11, 0xe0])) return 'old';
	return begins([0x50, 0x4b, 0x03, 0x04]) ? kindOfZip(bytes) : 'unknown';
}

/** What stands against this file, as a sentence that names it; null when it may come in. */
export function whyNotAttach(name: string, bytes: Uint8Array): string | null {
	const kind = kindOfAttachment(bytes);
	const shown = cleanName(name, '');
	if (!bytes.length) return `„${shown}“ ist leer.`;
	if (kind === 'picture' || kind === 'pdf' || kindOfUpload(bytes) === 'heic') return whyNotUpload(shown, bytes);
	if (kind === 'macros') return `„${shown}“ enthält Makros. Bitte ohne Makros oder als PDF speichern.`;
	if (kind === 'old') return `„${shown}“ hat ein altes Format. Bitte als DOCX, XLSX, ODT, ODS oder PDF speichern.`;
	if (kind === 'unknown')
		return `„${shown}“ geht hier nicht. Möglich sind Bilder (JPEG, PNG, WebP), PDF und Dateien aus Office (DOCX, XLSX, PPTX, ODT, ODS, ODP).`;
	return bytes.length > attachmentLimits.officeBytes
		? `„${shown}“ ist größer als ${attachmentLimits.officeBytes / 1e6} MB. Bitte verkleinern.`
		: null;
}

/** What stands against all of them together, or the first that may not come in. */
export function whyNotAttachAll(files: readonly { name: string; bytes: Uint8Array }[]): string | null {
	if (files.length > attachmentLimits.perMessage) return `Bitte höchstens ${attachmentLimits.perMessage} Dateien auf einmal.`;
	if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > uploadLimits.pictureBytes * 2)
		return `Das ist zusammen zu groß. Bitte höchstens ${(uploadLimits.pictureBytes * 2) / 1e6} MB auf einmal.`;
	return files.map(({ name, bytes }) => whyNotAttach(name, bytes)).find((why) => why !== null) ?? null;
}

/** A name that harms nobody: letters, digits, blanks, points; ends with what the file is, whatever it said. */
export function cleanName(name: string, ending: string): string {
	const last = name.split(/[\\/]/).at(-1) ?? '';
	const plain = last
		.normalize('NFC')
		.replace(/[^\p{L}\p{N} ._-]/gu, '')
		.replace(/\.{2,}/g, '.')
		.replace(/^[. ]+/, '')
		.slice(0, 100)
		.trim();
	const stem = ending && plain.toLowerCase().endsWith(`.${ending}`) ? plain.slice(0, -ending.length - 1) : plain;
	return ending ? `${stem || 'Datei'}.${ending}` : stem || 'Datei';
}

const words: Record<string, string> = {
	'image/webp': 'Bild',
	'application/pdf': 'PDF',
	[officeTypes.docx]: 'Word',
	[officeTypes.xlsx]: 'Excel',
	[officeTypes.pptx]: 'PowerPoint',
	[officeTypes.odt]: 'Text',
	[officeTypes.ods]: 'Tabelle',
	[officeTypes.odp]: 'Präsentation'
};
/** "PDF, 240 KB" */
export function fileText({ contentType, bytes }: { contentType: string; bytes: number }): string {
	const size = bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;
	return `${words[contentType] ?? 'Datei'}, ${size}`;
}
