import { inGermany, readPair, readPoint, systemNamed, type NoPlace, type Place, type Point } from './coordinates.ts';
import { fields, type Column, type FieldId } from './fields.ts';
import { parseNumber } from './numbers.ts';
import { brief, readCell } from './read-cells.ts';
import { saysUnknown } from './read-words.ts';
import { isAtHome, isTown, placeIn, type Town } from './town.ts';

/** `rejected` keeps the row out; a `notice` says what was left unknown. */
export type Problem = { column: string | null; code: string; message: string; level: 'rejected' | 'notice' };

/** A row in the words of the property form. */
export type ReadRow = {
	/** What the row says itself: it may change a property. */
	said: Record<string, unknown>;
	/** What follows from the municipality: only for a property that is new. */
	defaults: Record<string, unknown>;
	/** Columns without a field, and wordings of which something was lost. */
	other: Record<string, string>;
	problems: Problem[];
	/** A point that lies in another municipality; who that is, is asked later for many rows at once. */
	elsewhere?: Point;
	/** Neither a point nor a postal code nor a place: taken for the municipality that sends the list, which its report says. */
	townAssumed?: boolean;
};

export type Reading = { columns: Column[]; town: Town; section?: string | null };

const briefOf = (cells: string[], column: Column | undefined) => brief(cellOf(cells, column));
const cellOf = (cells: string[], column: Column | undefined) => (column ? (cells[column.index] ?? '').trim() : '');
const byField = (columns: Column[], field: FieldId) => columns.find((c) => c.field === field);

function readCells(cells: string[], { columns, town }: Reading): Omit<ReadRow, 'defaults'> {
	const row: Omit<ReadRow, 'defaults'> = { said: {}, other: {}, problems: [] };
	for (const column of columns) {
		const text = cellOf(cells, column);
		if (text === '' || column.field === 'ignore') continue;
		const kind = fields[column.field].kind;
		if (kind === 'coordinate' || kind === 'point' || kind === 'system') continue;
		if (kind !== 'keep' && kind !== 'id' && kind !== 'text' && saysUnknown(text)) continue;
		const { values, keep, notice } = readCell(text, column, town);
		const second = column.field === 'rentAmount' && row.said.priceAmount !== undefined;
		if (!second) say(row.said, values, column.field);
		if (keep || second) row.other[column.name] = text.slice(0, 2000);
		if (notice) row.problems.push({ column: column.name, level: 'notice', ...notice });
	}
	return row;
}

const ownColumn: ReadonlySet<string> = new Set<FieldId>(['postalCode', 'city', 'district', 'houseNumber']);

/** What was said first stays; but a postal code or place of its own column counts more than the one inside an address. */
function say(said: Record<string, unknown>, values: Record<string, unknown>, field: FieldId): void {
	for (const [key, value] of Object.entries(values))
		if (said[key] === undefined || (key === field && ownColumn.has(key))) said[key] = value;
}

type Located = { place: Place | null; why: NoPlace | null; column: string | null };

/** The point of a row from one cell or from two. */
function locate(cells: string[], { columns, town }: Reading): Located {
	const point = byField(columns, 'point');
	const system = byField(columns, 'system');
	const [lonColumn, latColumn] = [byField(columns, 'lon'), byField(columns, 'lat')];
	const texts = [briefOf(cells, system), briefOf(cells, latColumn), `${lonColumn?.name} ${latColumn?.name}`, system?.name ?? ''];
	const named = texts.map(systemNamed).find((found) => found !== undefined);
	const hints = { named, near: town };
	const [a, b] = [briefOf(cells, lonColumn), briefOf(cells, latColumn)];
	const tries: Located[] = [];
	if (a !== '' && b !== '') {
		const [x, y] = [degreeOf(a), degreeOf(b)];
		const found = x === null || y === null ? ('unreadable' as const) : readPair(x, y, hints);
		tries.push(located(found, `${lonColumn?.name}/${latColumn?.name}`));
	}
	const text = briefOf(cells, point);
	if (text !== '' && !saysUnknown(text)) tries.push(located(readPoint(text, hints), point?.name ?? null));
	return tries.find((t) => t.place) ?? tries[0] ?? { place: null, why: null, column: null };
}

const located = (found: Place | NoPlace, column: string | null): Located =>
	typeof found === 'string' ? { place: null, why: found, column } : { place: found, why: null, column };

/** Coordinates have no thousands: "53.012" is a degree, "5.874.321,5" is a northing. */
function degreeOf(text: string): number | null {
	const [bare = ''] = /^-?[\d.,]+/.exec(text.replace(/[°º\s]/g, '')) ?? [];
	return /^-?\d+\.\d+$/.test(bare) ? parseNumber(bare, 'point') : parseNumber(bare);
}

const sentences: Record<NoPlace, string> = {
	outside: 'Der Punkt liegt nicht in Deutschland.',
	'not-understood': 'Das Koordinatensystem wird hier nicht gelesen (zum Beispiel das britische Gitter).',
	unreadable: 'Die Koordinaten sind nicht lesbar.'
};

/** Does the address itself say that it belongs to the municipality: by postal code, town or Ortsteil? */
function namesTown({ said }: Pick<ReadRow, 'said'>, town: Town): boolean {
	const code = String(said.postalCode ?? '');
	const [city, district] = [String(said.city ?? ''), String(said.district ?? '')];
	return (
		town.postalCodes.has(code) ||
		(city !== '' && (isTown(town, city) || placeIn(town, city) !== undefined)) ||
		placeIn(town, district) !== undefined
	);
}

function elsewhereByAddress({ said }: Pick<ReadRow, 'said'>, { town, columns }: Reading): Problem | null {
	const code = said.postalCode === undefined ? null : String(said.postalCode);
	const city = said.city === undefined ? null : String(said.city);
	const column = byField(columns, code ? 'postalCode' : 'city')?.name ?? byField(columns, 'address')?.name ?? null;
	if (code && town.postalCodes.has(code)) return null;
	const other = code ? town.postalCodesElsewhere.get(code) : undefined;
	const advice = 'Bitte berichtigen Sie die Adresse oder laden Sie die Zeile bei der richtigen Kommune hoch.';
	if (other)
		return {
			column,
			level: 'rejected',
			code: 'address-elsewhere',
			message: `Die Postleitzahl ${code} gehört zu ${other}, nicht zu ${town.name}. ${advice}`
		};
	if (city && !isTown(town, city) && !placeIn(town, city))
		return { column, level: 'rejected', code: 'address-elsewhere', message: `Der Ort „${city}“ gehört nicht zu ${town.name}. ${advice}` };
	return null;
}

function place(row: Omit<ReadRow, 'defaults'>, { place: found, why, column }: Located, reading: Reading): void {
	const { town } = reading;
	const say = (level: Problem['level'], code: string, message: string) => row.problems.push({ column, level, code, message });
	if (why) {
		const known = namesTown(row, town) || (why === 'unreadable' && row.said.street !== undefined);
		if (known) say('notice', `coordinates-${why}`, `${sentences[why]} Der Punkt bleibt weg, die Lage kommt aus dem Ortsverzeichnis.`);
		else
			say('rejected', `coordinates-${why}`, `${sentences[why]} Bitte ergänzen Sie Postleitzahl und Ort oder Koordinaten in Grad (WGS84).`);
		return;
	}
	if (!found) return;
	if (!isAtHome(town, found)) {
		row.elsewhere = { lat: found.lat, lon: found.lon };
		return;
	}
	row.said = { ...row.said, lat: found.lat, lon: found.lon, locationSource: 'import' };
	if (found.swapped) say('notice', 'coordinates-swapped', 'Länge und Breite waren vertauscht und sind richtig herum übernommen.');
}

/** What the municipality and its places add to a new property: a postal code where there is only one, and the middle of the place. */
function defaultsFor({ said }: Pick<ReadRow, 'said'>, { town, section }: Reading): Record<string, unknown> {
	const district = said.district ?? (said.city === undefined && section ? placeIn(town, section)?.name : undefined);
	const known = placeIn(town, String(district ?? '')) ?? placeIn(town, String(said.city ?? ''));
	const onlyCode = town.postalCodes.size === 1 ? [...town.postalCodes.keys()][0] : undefined;
	const code = said.postalCode ?? known?.postalCode ?? onlyCode;
	const middle = known ?? town.postalCodes.get(String(code)) ?? town;
	const located = inGermany(middle) ? { lat: middle.lat, lon: middle.lon, locationSource: 'gazetteer' } : {};
	return {
		city: town.name,
		...(code !== undefined && { postalCode: code }),
		...(district !== undefined && { district }),
		...(said.lat === undefined && located)
	};
}

function missing(row: Omit<ReadRow, 'defaults'>, { town, columns, section }: Reading): void {
	const { said } = row;
	if (said.lat !== undefined || row.elsewhere || row.problems.some((p) => p.level === 'rejected')) return;
	if (said.street !== undefined && (said.houseNumber !== undefined || namesTown(row, town))) return;
	const district = placeIn(town, String(said.district ?? said.city ?? section ?? ''));
	if (district && !isTown(town, district.name) && said.title !== undefined) return;
	const column = byField(columns, 'address') ?? byField(columns, 'street');
	const message =
		said.street === undefined
			? 'Es fehlt, wo das Gebäude steht. Bitte ergänzen Sie Straße und Hausnummer oder Koordinaten.'
			: 'Die Adresse nennt weder einen Ort noch, hinter der Straße, eine Hausnummer. Bitte ergänzen Sie Hausnummer, Postleitzahl und Ort oder Koordinaten.';
	row.problems.push({ column: column?.name ?? null, level: 'rejected', code: 'address-missing', message });
}

const isTownAssumed = (row: Omit<ReadRow, 'defaults'>, { town, section }: Reading) =>
	row.said.lat === undefined && !row.elsewhere && !namesTown(row, town) && placeIn(town, section ?? '') === undefined;

/** One data row, understood. Never throws; what is not understood stays unknown and is said so. */
export function readRow(cells: string[], reading: Reading): ReadRow {
	const row = readCells(cells, reading);
	if (row.said.isMunicipal === undefined) delete row.said.isMunicipal;
	const wrongPlace = elsewhereByAddress(row, reading);
	if (wrongPlace) row.problems.push(wrongPlace);
	else place(row, locate(cells, reading), reading);
	missing(row, reading);
	return { ...row, defaults: defaultsFor(row, reading), townAssumed: isTownAssumed(row, reading) };
}
