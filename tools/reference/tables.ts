import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { districtSlugs, municipalitySlugs, slugOf, type Named } from './slugs.ts';

type Row = Record<string, string>;

const read = (folder: string, name: string): Row[] =>
	parse(readFileSync(join(folder, name), 'utf8'), { columns: true, bom: true, skip_empty_lines: true });

function write(name: string, rows: Row[]): string {
	const file = join('reference', name);
	writeFileSync(file, stringify(rows, { header: true }));
	return file;
}

/** "Flensburg, Stadt" as a district is simply Flensburg. */
const plainDistrict = (name: string) => name.replace(/,\s.*$/, '').trim();
const round = (degrees: string, digits = 5) => String(Number(Number(degrees).toFixed(digits)));

/** Four areas of the register are waters without a place (river shared with Luxembourg, coastal waters): they have no centre and no outline. */
const hasPlace = (row: Row) => row.has_geometry === '1' && row.lat !== '';

function districtsOf(rows: Row[]): Named[] {
	const seen = new Map(
		rows.map((r) => [
			r.district_code ?? '',
			{ code: r.district_code ?? '', name: plainDistrict(r.district ?? ''), type: r.district_type ?? '', state: r.state_code ?? '' }
		])
	);
	return [...seen.values()].sort((a, b) => a.code.localeCompare(b.code));
}

function municipalityRow(r: Row, slug: string): Row {
	return {
		ags: r.ags ?? '',
		ars: r.ars ?? '',
		slug,
		name: r.name ?? '',
		name_short: r.name_short ?? '',
		designation: r.designation ?? '',
		type: r.type ?? '',
		is_town: r.is_town ?? '0',
		is_unincorporated: r.is_unincorporated ?? '0',
		state_code: r.state_code ?? '',
		district_code: r.district_code ?? '',
		association: r.association_type === 'Verbandsfreie Gemeinde' ? '' : (r.association ?? ''),
		population: r.population ?? '0',
		area_km2: r.area_km2 ?? '',
		postal_code: r.postal_code ?? '',
		lat: round(r.lat ?? ''),
		lon: round(r.lon ?? ''),
		urbanisation: r.urbanisation ?? '',
		rural_type: r.bbsr_district_type ?? '',
		size_class: r.size_class ?? ''
	};
}

/** Postal codes and places in one list. Every municipality is found by the code of its seat and by every code that touches it. */
function gazetteer(folder: string, municipalities: Row[]): Row[] {
	const byAgs = new Map(municipalities.map((m) => [m.ags, m]));
	const rows = new Map<string, Row>();
	const touched = new Set<string>();
	const add = (row: Row, main = false) => {
		if (!byAgs.has(row.ags)) return;
		touched.add(`${row.postal_code} ${row.ags}`);
		const key = `${row.postal_code} ${row.place} ${row.ags} ${round(row.lat ?? '', 2)}`;
		if (!rows.has(key)) rows.set(key, { ...row, lat: round(row.lat ?? '', 4), lon: round(row.lon ?? '', 4), is_main: main ? '1' : '0' });
	};
	const codes = read(folder, 'postal-codes.csv');
	for (const r of codes)
		add({ postal_code: r.postal_code ?? '', place: r.place ?? '', ags: r.ags_main ?? '', lat: r.lat ?? '', lon: r.lon ?? '' }, true);
	for (const r of read(folder, 'postal-code-places.csv'))
		add({ postal_code: r.postal_code ?? '', place: r.place ?? '', ags: r.ags ?? '', lat: r.lat ?? '', lon: r.lon ?? '' });
	const seat = (postalCode: string, ags: string) => {
		const m = byAgs.get(ags);
		if (m && postalCode && !touched.has(`${postalCode} ${ags}`))
			add({ postal_code: postalCode, place: m.name_short ?? '', ags, lat: m.lat ?? '', lon: m.lon ?? '' });
	};
	for (const r of codes) for (const ags of (r.ags_all ?? '').split(' ')) seat(r.postal_code ?? '', ags);
	for (const m of municipalities) seat(m.postal_code ?? '', m.ags ?? '');
	return [...rows.values()];
}

export function writeTables(folder: string): string[] {
	const register = read(folder, 'municipalities.csv').filter(hasPlace);
	const districts = districtsOf(register);
	const districtSlug = districtSlugs(districts);
	const slugs = municipalitySlugs(
		register.map((r) => ({ code: r.ags ?? '', name: r.name_short ?? '', type: r.type ?? '', state: districtSlug.get(r.district_code ?? '') ?? '' }))
	);
	const municipalities = register.map((r) => municipalityRow(r, slugs.get(r.ags ?? '') ?? ''));
	const states = [...new Map(register.map((r) => [r.state_code ?? '', r.state ?? ''])).entries()].sort();
	const vacancy = read(folder, 'vacancy-statistics.csv').map((r) => ({
		level: r.level ?? '',
		code: r.code ?? '',
		reference_date: r.reference_date ?? '',
		dwellings: r.dwellings ?? '',
		vacancy_rate_pct: r.vacancy_rate_pct ?? '',
		vacancy_rate_official_leq_pct: r.vacancy_rate_official_leq_pct ?? '',
		status: r.status ?? ''
	}));
	return [
		write(
			'states.csv',
			states.map(([code, name]) => ({ code, name, slug: slugOf(name) }))
		),
		write(
			'districts.csv',
			districts.map((d) => ({ code: d.code, name: d.name, slug: districtSlug.get(d.code) ?? '', type: d.type, state_code: d.state }))
		),
		write('municipalities.csv', municipalities),
		write('gazetteer.csv', gazetteer(folder, municipalities)),
		write('vacancy-statistics.csv', vacancy)
	];
}
