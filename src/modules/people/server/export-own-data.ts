import { sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSecret, placeNames, type OwnData, type OwnPlace } from '../own-data.ts';
import { isSignedInPerson } from '../policy.ts';
import { isBelonging, ownPlaces, type Pointer } from './internal/own-places.ts';

const most = 20_000;
/** Of rows that belong to others only what tells which one it is, and when. */
const traces = [
	'id',
	'title',
	'name',
	'label',
	'reference',
	'slug',
	'kind',
	'machine',
	'from',
	'to',
	'reason',
	'at',
	'created_at',
	'updated_at'
];

/**
 * Everything kept about the person who asks, from every table that points at people: their own rows whole, of others' rows the trace they left. Secrets stay out.
 * Articles 15 and 20 GDPR.
 */
export async function exportOwnData(ctx: Ctx): Promise<OwnData> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const { rows: found } = await ctx.db.execute<{ row: Record<string, unknown> }>(
		sql`select to_jsonb(p) as row from people p where id = ${actor.id}`
	);
	const places: OwnPlace[] = [];
	for (const pointer of await ownPlaces(ctx)) {
		const rows = await rowsOf(ctx, pointer, actor.id);
		if (rows.length) places.push({ ...pointer, title: placeNames[pointer.table] ?? pointer.table, rows });
	}
	const { rows: mails } = await ctx.db.execute<{ row: Record<string, unknown> }>(
		sql`select to_jsonb(m) as row from mails m where email = ${actor.email} order by created_at limit ${most}`
	);
	if (mails.length) {
		const title = placeNames.mails ?? '';
		places.push({ table: 'mails', column: 'email', kind: 'own', title, rows: mails.map(({ row }) => row) });
	}
	return { person: found[0]?.row ?? {}, places, madeAt: ctx.now.toISOString() };
}

async function rowsOf(ctx: Ctx, pointer: Pointer, personId: string): Promise<Record<string, unknown>[]> {
	const { table, column, kind } = pointer;
	const { rows } = await ctx.db.execute<{ row: Record<string, unknown> }>(
		sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${sql.identifier(column)} = ${personId} limit ${most}`
	);
	const shown = (name: string) => !isSecret(name) && (kind === 'own' || isBelonging(pointer) || traces.includes(name));
	return rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([name]) => shown(name))));
}
