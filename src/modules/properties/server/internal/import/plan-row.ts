import { getTableColumns } from 'drizzle-orm';
import { addressKey } from '../../../address.ts';
import { listedPropertyForm, type PropertyInput } from '../../../forms.ts';
import type { Changes } from '../../../import/import.ts';
import type { Problem, ReadRow } from '../../../import/read-row.ts';
import { groups, propertyValues } from '../../../to-property.ts';
import type { Property } from '../../../to-space.ts';
import { properties } from '../../tables.ts';
import { isImported } from './columns-sql.ts';

const columns = getTableColumns(properties);
type Key = keyof typeof columns & keyof Property;
const nameOf = (key: string) => columns[key as Key]?.name ?? key;

export type Plan = { changes: Changes | null; problems: Problem[] };

const sameValue = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const empty = (value: unknown) =>
	value === null || value === undefined || value === 'unknown' || value === false || (Array.isArray(value) && value.length === 0);

/** Through the one schema of the register; what it refuses becomes a problem of the row. */
function accepted(row: ReadRow, columnOf: (field: string) => string | null): { input: PropertyInput } | { problems: Problem[] } {
	const parsed = listedPropertyForm.safeParse({ propertyType: 'unknown', ...row.defaults, ...row.said });
	if (parsed.success) return { input: parsed.data };
	return {
		problems: parsed.error.issues.map(({ path, message }) => ({
			column: columnOf(String(path[0] ?? '')),
			code: `invalid-${String(path[0] ?? 'row')}`,
			message,
			level: 'rejected'
		}))
	};
}

const groupOf = new Map<string, string>(Object.entries(groups).flatMap(([group, keys]) => keys.map((key) => [key, group])));

function provenance(keys: string[], today: string): Record<string, { source: 'import'; asOf: string }> {
	const touched = new Set(keys.flatMap((key) => groupOf.get(key) ?? []));
	return Object.fromEntries([...touched].map((group) => [group, { source: 'import', asOf: today }]));
}

export type PlanContext = { town: string; today: string; columnOf: (field: string) => string | null };

/** Everything a new property gets, by column name; what is unknown is left to the table's defaults. */
export function planNew(row: ReadRow, { town, columnOf }: PlanContext): Plan {
	const result = accepted(row, columnOf);
	if ('problems' in result) return { changes: null, problems: result.problems };
	const all: Record<string, unknown> = {
		...propertyValues(result.input, town),
		details: Object.keys(row.other).length ? { other: row.other } : null
	};
	const filled = Object.keys(all).filter((key) => isImported(nameOf(key)) && !empty(all[key]));
	return { changes: Object.fromEntries(filled.map((key) => [nameOf(key), all[key]])), problems: [] };
}

/** Only what the row says itself and what differs, field by field; nothing when all is as it was. */
export function planChange(row: ReadRow, before: Property, { town, today, columnOf }: PlanContext): Plan {
	const result = accepted(row, columnOf);
	if ('problems' in result) return { changes: null, problems: result.problems };
	const said = saidBy(row, before);
	const values: Record<string, unknown> = propertyValues(result.input, town);
	const after: Record<string, unknown> = Object.fromEntries(Object.keys(said).map((key) => [key, values[key] ?? said[key]]));
	const moved = ['street', 'houseNumber', 'postalCode', 'city'].some((key) => key in after && !sameValue(after[key], before[key as Key]));
	if (moved) after.addressKey = addressKey({ ...before, ...after });
	const other = { ...before.details.other, ...row.other };
	if (!sameText(other, before.details.other ?? {})) after.details = { ...before.details, other };
	const changed = Object.entries(after).filter(([key, value]) => !sameValue(value, before[key as Key]));
	if (changed.length === 0) return { changes: null, problems: [] };
	const changes = Object.fromEntries(changed.map(([key, value]) => [nameOf(key), { before: before[key as Key] ?? null, after: value }]));
	return {
		changes: {
			...changes,
			_provenance: {
				before: before.provenance,
				after: provenance(
					changed.map(([key]) => key),
					today
				)
			}
		},
		problems: []
	};
}

const sameText = (a: Record<string, string>, b: Record<string, string>) => Object.keys(a).every((key) => a[key] === b[key]);

/** The middle of a place never moves a pin, and a source of a place comes with its place. */
function saidBy({ said }: ReadRow, before: Property): Record<string, unknown> {
	const { locationSource, rawAddress, ...rest } = said;
	const moved = said.lat !== undefined && (said.lat !== before.lat || said.lon !== before.lon);
	const readdressed = ['street', 'houseNumber', 'postalCode', 'city', 'district'].some(
		(key) => said[key] !== undefined && said[key] !== before[key as Key]
	);
	return {
		...rest,
		...(moved && { locationSource }),
		...((readdressed || before.rawAddress === null) && rawAddress !== undefined && { rawAddress })
	};
}
