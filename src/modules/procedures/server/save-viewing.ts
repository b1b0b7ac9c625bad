import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { ViewingInput } from '../forms-open.ts';
import type { State } from '../procedure.ts';
import { loadPage } from './internal/page.ts';
import { heldByTown } from './internal/procedure-for.ts';
import { tellGuests } from './internal/tell.ts';
import { forgetAfter, lockViewing, moveUp, takenPlaces } from './internal/viewing-guests.ts';
import { procedureGuests, procedureViewings } from './publication-tables.ts';
import { tellFollowers } from './tell-followers.ts';

const whileIn: readonly State[] = ['ready', 'open'];
const most = 20;

function fieldsOf({ startsAt, minutes, place, guestNote, capacity }: ViewingInput) {
	return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), place, guestNote, capacity };
}

async function change(ctx: Ctx, { id, viewingId, fields }: { id: string; viewingId: string; fields: ReturnType<typeof fieldsOf> }) {
	const viewing = await lockViewing(ctx, id, viewingId);
	if (viewing.state !== 'planned') throw refused('viewing-over', 'Dieser Termin ist abgesagt. Bitte einen neuen anlegen.');
	const taken = await takenPlaces(ctx, viewingId);
	if (fields.capacity !== null && taken > fields.capacity)
		throw refused('fewer-places', `Es haben schon ${taken} Menschen zugesagt. Weniger Plätze gehen nicht.`, 'capacity');
	const isMoved = viewing.startsAt.getTime() !== fields.startsAt.getTime() || viewing.place !== fields.place;
	const [after] = await ctx.db
		.update(procedureViewings)
		.set({ ...fields, sequence: viewing.sequence + 1, updatedAt: ctx.now, ...(isMoved && { remindedAt: null }) })
		.where(eq(procedureViewings.id, viewingId))
		.returning();
	await ctx.db
		.update(procedureGuests)
		.set({ forgetAt: forgetAfter(fields.endsAt) })
		.where(eq(procedureGuests.viewingId, viewingId));
	if (after) await moveUp(ctx, after);
	if (!isMoved) return;
	const page = await loadPage(ctx, id);
	const told = {
		kind: 'procedure-viewing-moved',
		subjectId: `${viewingId}:${viewing.sequence + 1}`,
		title: `Verlegt: Besichtigung, ${page?.title ?? ''}`
	};
	await tellGuests(ctx, viewingId, {
		...told,
		text: `Jetzt ${momentText(fields.startsAt)}, ${fields.place}.`,
		href: `/verfahren/${page?.slug ?? ''}#termine`
	});
}

/** The same date, already planned: a form that was sent twice plans one. */
async function sentTwice({ db }: Ctx, id: string, fields: ReturnType<typeof fieldsOf>): Promise<string | null> {
	const planned = and(eq(procedureViewings.procedureId, id), eq(procedureViewings.state, 'planned'));
	const rows = await db.select().from(procedureViewings).where(planned);
	const isSame = (row: (typeof rows)[number]) =>
		row.startsAt.getTime() === fields.startsAt.getTime() &&
		row.endsAt.getTime() === fields.endsAt.getTime() &&
		row.place === fields.place &&
		row.guestNote === fields.guestNote &&
		row.capacity === fields.capacity;
	return rows.find(isSame)?.id ?? null;
}

/** Plans a date to see the house, or changes one. Followers hear of a new one, guests when theirs moves. Returns its id. Throws 401, 404, 409, 422. */
export async function saveViewing(ctx: Ctx, { id, input }: { id: string; input: ViewingInput }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldByTown(inside, id);
		if (!whileIn.includes(row.state))
			throw refused('not-now', 'Termine gibt es, sobald der Entwurf fertig ist und solange das Verfahren offen ist.');
		if (input.startsAt <= ctx.now) throw refused('past', 'Dieser Zeitpunkt ist vorbei.', 'startsAt');
		const fields = fieldsOf(input);
		const viewingId = input.viewingId ?? newId();
		if (input.viewingId) await change(inside, { id, viewingId, fields });
		else {
			const sent = await sentTwice(inside, id, fields);
			if (sent) return sent;
			const had = await db.$count(procedureViewings, eq(procedureViewings.procedureId, id));
			if (had >= most) throw refused('too-many', `Mehr als ${most} Termine sind für ein Verfahren zu viele.`);
			const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now, updatedAt: ctx.now };
			await db.insert(procedureViewings).values({ id: viewingId, procedureId: id, ...fields, ...stamp });
			const text = `${momentText(fields.startsAt)}, ${fields.place}. Bitte anmelden.`;
			await tellFollowers(inside, id, { kind: 'procedure-viewing', key: viewingId, title: 'Besichtigung', text, part: '#termine' });
		}
		const facts = { viewing: viewingId, startsAt: fields.startsAt.toISOString(), capacity: fields.capacity };
		if (row.state === 'open')
			await appendEntry(inside, { recordId: id, kind: input.viewingId ? 'viewing.changed' : 'viewing.planned', facts });
		return viewingId;
	});
}
