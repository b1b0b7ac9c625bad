import { randomInt } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { insertMany } from '#lib/server/insert-many.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { commitmentTo, type Entry } from '#modules/records/entry.ts';
import type { Open } from '#modules/seals/server/find-seal.ts';
import type { Content, Envelope, Offer } from '../../concept.ts';
import { conceptContents, conceptEnvelopes, concepts } from '../tables.ts';

/** Who opened, by name, for the minutes. */
export async function minutesOf(ctx: Ctx, by: readonly (string | null)[]) {
	const ids = by.filter((id) => id !== null);
	const names = await ctx.db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
	return { openers: ids.map((id) => names.find((one) => one.id === id)?.name ?? ''), at: ctx.now.toISOString() };
}

/** What was put in, if it is what the entry in the box was made of; null where it was changed or cannot be opened. */
async function read<T>(bytes: Uint8Array, open: Open, commitment: string | undefined): Promise<T | null> {
	const clear = await open(bytes);
	if (!clear) return null;
	try {
		const { salt, value } = JSON.parse(new TextDecoder().decode(clear)) as Envelope<T>;
		return (await commitmentTo(value, salt)) === commitment ? value : null;
	} catch {
		return null;
	}
}

/** 1 to n in an order that nobody can know before. */
export function drawn(n: number): number[] {
	const numbers = Array.from({ length: n }, (_, i) => i + 1);
	for (let i = n - 1; i > 0; i--) {
		const j = randomInt(i + 1);
		[numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
	}
	return numbers;
}

type Round = { id: string; round: number };
const waiting = ({ id, round }: Round) => and(eq(concepts.procedureId, id), eq(concepts.round, round), eq(concepts.state, 'submitted'));

/** Opens every concept that counts, draws its number, and lets superseded envelopes go. What cannot be opened stays where it is and is counted. */
export async function openContents(ctx: Ctx, procedure: Round, open: Open): Promise<{ concepts: number; unreadable: number }> {
	const { db } = ctx;
	const envelopes = await db
		.select({ conceptId: conceptEnvelopes.conceptId, content: conceptEnvelopes.content, entry: conceptEnvelopes.entry })
		.from(conceptEnvelopes)
		.innerJoin(concepts, eq(concepts.id, conceptEnvelopes.conceptId))
		.where(and(waiting(procedure), isNull(conceptEnvelopes.supersededAt)))
		.orderBy(conceptEnvelopes.conceptId);
	const rows: (typeof conceptContents.$inferInsert)[] = [];
	for (const { conceptId, content, entry } of envelopes) {
		const found = await read<Content>(content, open, (entry as Entry).commitments.content);
		if (found) rows.push({ conceptId, content: found, openedAt: ctx.now });
	}
	await insertMany(db, conceptContents, rows);
	const numbers = drawn(rows.length);
	const opened = JSON.stringify(rows.map(({ conceptId }, n) => ({ id: conceptId, number: numbers[n] })));
	await db.execute(sql`
		update concepts c set state = 'opened', number = r.number, opened_at = ${ctx.now.toISOString()}::timestamptz, draft = null
		from jsonb_to_recordset(${opened}::jsonb) r (id uuid, number smallint) where c.id = r.id`);
	await db.execute(sql`
		delete from concept_envelopes e using concepts c
		where c.id = e.concept_id and c.procedure_id = ${procedure.id} and c.round = ${procedure.round} and c.state = 'opened' and e.superseded_at is not null`);
	return { concepts: rows.length, unreadable: envelopes.length - rows.length };
}

/** Opens the second envelopes of the concepts that were opened. */
export async function openOffers(ctx: Ctx, { id, round }: Round, open: Open): Promise<{ offers: number; unreadable: number }> {
	const isOpened = and(eq(concepts.procedureId, id), eq(concepts.round, round), eq(concepts.state, 'opened'));
	const envelopes = await ctx.db
		.select({ conceptId: conceptEnvelopes.conceptId, offer: conceptEnvelopes.offer, entry: conceptEnvelopes.entry })
		.from(conceptEnvelopes)
		.innerJoin(concepts, eq(concepts.id, conceptEnvelopes.conceptId))
		.where(and(isOpened, isNull(conceptEnvelopes.supersededAt), sql`${conceptEnvelopes.offer} is not null`));
	const offers: { id: string; cents: number }[] = [];
	for (const { conceptId, offer, entry } of envelopes) {
		const found = offer && (await read<Offer>(offer, open, (entry as Entry).commitments.offer));
		if (found) offers.push({ id: conceptId, cents: found.cents });
	}
	await ctx.db.execute(sql`
		update concept_contents c set offer_cents = r.cents
		from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) r (id uuid, cents bigint) where c.concept_id = r.id`);
	return { offers: offers.length, unreadable: envelopes.length - offers.length };
}
