import { Unzip, UnzipInflate } from 'fflate';
import { refused } from '#lib/refusal.ts';

/** How much a bank file may hold. */
export const limits = { file: 5 * 1024 * 1024, xml: 20 * 1024 * 1024, files: 400 } as const;

const tooLarge = () =>
	refused(
		'too-large',
		'Diese Datei ist zu groß für einen Kontoauszug. Bitte einen kürzeren Zeitraum herunterladen (höchstens 5 MB, entpackt 20 MB).',
		'file'
	);
const noZip = () => refused('broken-zip', 'Die ZIP-Datei ist beschädigt. Bitte noch einmal herunterladen.', 'file');

/** As the XML says it is written; banks send UTF-8 or ISO 8859-1. */
function decode(bytes: Uint8Array): string {
	if (bytes[0] === 0xff || bytes[0] === 0xfe) return new TextDecoder('utf-16').decode(bytes);
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
	const isLatin = /encoding=["'](iso-8859-1|iso-8859-15|windows-1252|latin1)["']/i.test(head);
	return new TextDecoder(isLatin ? 'windows-1252' : 'utf-8').decode(bytes);
}

/** Unpacked in small steps, so that a bomb is noticed before it goes off. */
function unzip(bytes: Uint8Array): Uint8Array[] {
	const [files, step]: [Uint8Array[][], number] = [[], 16 * 1024];
	let [total, isTooLarge] = [0, false];
	/** The unzipper catches what is thrown inside of it, so the reason is kept. */
	const stop = () => {
		isTooLarge = true;
		throw tooLarge();
	};
	const zip = new Unzip((file) => {
		if (!/\.xml$/i.test(file.name) || /(^|\/)(__MACOSX|\.)/.test(file.name)) return;
		if (files.length >= limits.files) stop();
		const parts: Uint8Array[] = [];
		files.push(parts);
		file.ondata = (error, part) => {
			if (error) throw error;
			total += part.length;
			if (total > limits.xml) stop();
			parts.push(part);
		};
		file.start();
	});
	zip.register(UnzipInflate);
	try {
		for (let from = 0; from < bytes.length; from += step) zip.push(bytes.subarray(from, from + step), from + step >= bytes.length);
	} catch {
		throw isTooLarge ? tooLarge() : noZip();
	}
	if (isTooLarge) throw tooLarge();
	return files.map((parts) => Buffer.concat(parts));
}

/** The XML texts in an uploaded file: itself, or what a ZIP holds. Refuses what is too large or broken. */
export function xmlIn(bytes: Uint8Array): string[] {
	if (bytes.length > limits.file) throw tooLarge();
	const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
	if (!isZip) return [decode(bytes)];
	const parts = unzip(bytes);
	if (!parts.length) throw refused('empty-zip', 'In dieser ZIP-Datei liegt kein Kontoauszug (.xml).', 'file');
	return parts.map(decode);
}
