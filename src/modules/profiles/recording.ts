/** Sound and film that may be uploaded, told by the bytes themselves: names and declared types are never trusted. */

export type RecordingKind = 'mp3' | 'm4a' | 'mp4' | 'ogg' | 'wav' | 'webm';

/** What browsers play everywhere is asked for first; `ending` is that of the key in the store. */
export const recordingTypes: Record<RecordingKind, { contentType: string; isFilm: boolean }> = {
	mp3: { contentType: 'audio/mpeg', isFilm: false },
	m4a: { contentType: 'audio/mp4', isFilm: false },
	mp4: { contentType: 'video/mp4', isFilm: true },
	ogg: { contentType: 'audio/ogg', isFilm: false },
	wav: { contentType: 'audio/wav', isFilm: false },
	webm: { contentType: 'video/webm', isFilm: true }
};

/** Bytes of one recording: about an hour of speech or five minutes of film; a form as a whole takes 64 MiB. */
export const largestRecording = 60_000_000;

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** The kind of a recording by how its bytes begin, or null. */
export function kindOfRecording(bytes: Uint8Array): RecordingKind | null {
	const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
	if (ascii(bytes, 0, 3) === 'ID3' || (first === 0xff && (second & 0xe6) === 0xe2)) return 'mp3';
	if (ascii(bytes, 0, 4) === 'OggS') return 'ogg';
	if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return 'wav';
	if (first === 0x1a && second === 0x45 && third === 0xdf && fourth === 0xa3) return 'webm';
	if (ascii(bytes, 4, 8) !== 'ftyp') return null;
	const brand = ascii(bytes, 8, 12);
	if (/^(M4A |M4B )$/.test(brand)) return 'm4a';
	return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV)$/.test(brand) ? 'mp4' : null;
}

/** What stands against this file, as a sentence that names it; null when it may come in. */
export function whyNotRecording(name: string, bytes: Uint8Array): string | null {
	if (!bytes.length) return `„${name}“ ist leer.`;
	if (bytes.length > largestRecording)
		return `„${name}“ ist größer als ${largestRecording / 1e6} MB. Bitte kürzen oder mit geringerer Auflösung sichern.`;
	if (kindOfRecording(bytes)) return null;
	return ascii(bytes, 4, 8) === 'ftyp'
		? `„${name}“ ist ein Film, den nicht jeder Browser abspielt. Bitte als MP4 (H.264) sichern.`
		: `„${name}“ ist keine Aufnahme, die wir kennen. Bitte MP3, M4A, WAV, OGG, MP4 oder WebM.`;
}

/** A wish for part of a file, as players ask for it: `bytes=0-`, `bytes=100-199`, `bytes=-500`. `null`: all of it; `unfit`: nothing of it is there. */
export function rangeOf(header: string | null, size: number): { start: number; end: number } | 'unfit' | null {
	const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
	if (from === undefined || to === undefined || (!from && !to)) return null;
	const start = from ? Number(from) : Math.max(0, size - Number(to));
	const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
	return start > end || start >= size ? 'unfit' : { start, end };
}
