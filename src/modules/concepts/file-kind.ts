import { kindOfUpload } from '#lib/upload.ts';

/** What may be attached to a concept, told by the bytes themselves. */
export const fileLimits = { bytes: 25_000_000, together: 100_000_000, count: 30 } as const;

const types = {
	...{ jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf' },
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	odt: 'application/vnd.oasis.opendocument.text',
	ods: 'application/vnd.oasis.opendocument.spreadsheet'
} as const;
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.odt,.ods';

/** The string that every scanner takes for a virus, and that is none: eicar.org. Put together here, so that no scanner takes this file for it. */
const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const asText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
export const isTestVirus = (bytes: Uint8Array): boolean => asText(bytes).includes(testVirus);

/** Office files are ZIP archives; the names of what is in them stand there in clear. */
function officeKind(bytes: Uint8Array): keyof typeof types | 'macros' | null {
	if (asText(bytes.subarray(0, 4)) !== 'PK\u0003\u0004') return null;
	const all = asText(bytes);
	if (all.includes('vbaProject.bin') || all.includes('Basic/script-lc.xml')) return 'macros';
	const mime = all.slice(30, 120);
	if (mime.startsWith('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
	if (mime.startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'ods';
	if (!all.includes('[Content_Types].xml')) return null;
	return all.includes('word/document.xml') ? 'docx' : all.includes('xl/workbook.xml') ? 'xlsx' : null;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

/** The type of a file that may come in, or the sentence that stands against it. */
export function checkedFile(name: string, bytes: Uint8Array): { contentType: string } | { against: string } {
	if (!bytes.length) return { against: `„${name}“ ist leer.` };
	if (bytes.length > fileLimits.bytes)
		return {
			against: `„${name}“ hat ${megabytes(bytes.length)}, angenommen werden höchstens ${megabytes(fileLimits.bytes)}. Bitte verkleinern oder aufteilen.`
		};
	if (isTestVirus(bytes))
		return { against: `„${name}“ enthält eine Virensignatur und wird nicht angenommen. Bitte das Gerät prüfen, von dem sie stammt.` };
	const kind = kindOfUpload(bytes);
	if (kind === 'heic')
		return { against: `„${name}“ ist ein HEIC-Bild, das viele Programme nicht lesen. Bitte als JPEG sichern und noch einmal anfügen.` };
	const found = kind === 'unknown' ? officeKind(bytes) : kind;
	if (found === 'macros') return { against: `„${name}“ enthält Makros. Bitte ohne Makros speichern, am besten als PDF.` };
	return found
		? { contentType: types[found] }
		: { against: `„${name}“ ist weder ein PDF noch ein Bild (JPEG, PNG, WebP), noch ein Text oder eine Tabelle (DOCX, XLSX, ODT, ODS).` };
}

/** A name as it may stand in a list and in a download. */
export const plainName = (name: string): string =>
	name
		.replace(/[^\p{L}\p{N} ._()-]/gu, '')
		.trim()
		.slice(0, 120) || 'Datei';
