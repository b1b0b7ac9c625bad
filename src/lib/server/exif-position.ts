/** Where a photo says it was taken: the GPS part of its EXIF block, and nothing else of it. */

type Reader = { view: DataView; start: number; little: boolean };
type Entry = { type: number; count: number; at: number };

const tags = { gps: 0x8825, latRef: 1, lat: 2, lonRef: 3, lon: 4 } as const;

const u16 = ({ view, start, little }: Reader, at: number) => view.getUint16(start + at, little);
const u32 = ({ view, start, little }: Reader, at: number) => view.getUint32(start + at, little);

function entriesAt(reader: Reader, at: number): Map<number, Entry> {
	const entries = new Map<number, Entry>();
	const count = Math.min(u16(reader, at), 200);
	for (let i = 0; i < count; i++) {
		const entry = at + 2 + i * 12;
		entries.set(u16(reader, entry), { type: u16(reader, entry + 2), count: u32(reader, entry + 4), at: entry + 8 });
	}
	return entries;
}

/** Three fractions, degrees, minutes and seconds, as degrees. */
function degrees(reader: Reader, entry: Entry | undefined): number | null {
	if (!entry || entry.type !== 5 || entry.count < 1 || entry.count > 3) return null;
	const at = u32(reader, entry.at);
	let sum = 0;
	for (let i = 0; i < entry.count; i++) {
		const divisor = u32(reader, at + i * 8 + 4);
		if (!divisor) return null;
		sum += u32(reader, at + i * 8) / divisor / 60 ** i;
	}
	return sum;
}

const letter = ({ view, start }: Reader, entry: Entry | undefined) =>
	entry ? String.fromCharCode(view.getUint8(start + entry.at)).toUpperCase() : '';

function read(exif: Uint8Array): { lat: number; lon: number } | null {
	const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
	const start = view.getUint32(0) === 0x45786966 ? 6 : 0;
	const order = view.getUint16(start);
	if (order !== 0x4949 && order !== 0x4d4d) return null;
	const reader = { view, start, little: order === 0x4949 };
	const gps = entriesAt(reader, u32(reader, 4)).get(tags.gps);
	if (!gps) return null;
	const found = entriesAt(reader, u32(reader, gps.at));
	const lat = degrees(reader, found.get(tags.lat));
	const lon = degrees(reader, found.get(tags.lon));
	if (lat === null || lon === null || lat > 90 || lon > 180 || (lat === 0 && lon === 0)) return null;
	return {
		lat: letter(reader, found.get(tags.latRef)) === 'S' ? -lat : lat,
		lon: letter(reader, found.get(tags.lonRef)) === 'W' ? -lon : lon
	};
}

/** WGS84 degrees, or null when the block says nothing or nothing that can be read. */
export function exifPosition(exif: Uint8Array | undefined): { lat: number; lon: number } | null {
	if (!exif || exif.length < 16) return null;
	try {
		return read(exif);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
