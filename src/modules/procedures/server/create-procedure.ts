import { eq } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import type { CreateInput } from '../forms.ts';
import { isOwner, mayPrepare } from '../policy.ts';
import { proposedTimeline, workday } from '../timeline.ts';
import { begunJustNow } from './internal/begun-just-now.ts';
import { keepUnits } from './internal/keep-units.ts';
import { tellTown } from './internal/tell-town.ts';
import { procedureMembers, procedures, procedureSteps } from './tables.ts';

const mostOpen = 20;

const begunText = (id: string, { title }: { title: string }) => ({
	title: `Ein Verfahren beginnt: ${title}`,
	text: `Wem „${title}“ gehört, bereitet dafür ein Verfahren vor. Sie sehen den Entwurf und können mitschreiben.`,
	href: `/buero/verfahren/${id}`
});

/** Begins a procedure for a house: whoever begins it leads it, the days are proposed from four weeks ahead. Returns its id. Throws 401, 404, 403, 409. */
export async function createProcedure(ctx: Ctx, { raum, title, kind, transfer, unitIds }: CreateInput): Promise<string> {
	const { actor, now } = ctx;
	if (!actor) throw unauthenticated();
	const house = await findProperty(ctx, raum);
	if (!mayPrepare(actor, house))
		throw forbidden('Ein Verfahren bereitet die Kommune vor, oder wem das Haus gehört. Bitte wenden Sie sich an die Kommune.');
	const had = await ctx.db.$count(procedures, eq(procedures.propertyId, house.id));
	if (had >= mostOpen) throw refused('too-many', `Zu diesem Haus gibt es schon ${mostOpen} Verfahren. Bitte eines davon weiterführen.`);
	const id = newId();
	const decidingBody = house.isMunicipal ? (kind === 'room_grant' ? 'mayor' : 'council') : 'owner';
	const timeline = proposedTimeline(kind, workday(dayAfter(dayOf(now), 28)));
	const stamp = { createdBy: actor.id, createdAt: now, updatedBy: actor.id, updatedAt: now };
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const begun = await begunJustNow(inside, { raum: house.id, title, kind, unitIds });
		if (begun) return begun;
		await db
			.insert(procedures)
			.values({ ...{ id, propertyId: house.id, title, kind, transfer, decidingBody }, tieRule: 'heaviest', timeline, ...stamp });
		await keepUnits(inside, { id, propertyId: house.id, unitIds });
		const me = { personId: actor.id, name: actor.name || actor.email, email: actor.email.toLowerCase() };
		await db.insert(procedureMembers).values({ id: newId(), procedureId: id, role: 'manager', ...me, createdAt: now });
		const step = { procedureId: id, step: 'begin', from: 'none', to: 'draft', byPersonId: actor.id, at: now } as const;
		await db.insert(procedureSteps).values({ id: newId(), ...step });
		await recordEvent(inside, 'procedure.begun', { subjectId: id, data: { property: house.id } });
		if (isOwner(actor, house))
			await tellTown(inside, { ags: house.ags, kind: 'procedure-begun', subjectId: id, data: begunText(id, house) });
		return id;
	});
}
