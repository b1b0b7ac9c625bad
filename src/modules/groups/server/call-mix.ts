import { and, eq, inArray, sql } from 'drizzle-orm';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { findSpaceRow } from '#modules/matching/server/find-space-row.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import type { CallInput } from '../forms.ts';
import { tellPerson } from './internal/tell.ts';
import { groupCalls, groupMixes } from './tables.ts';

const mixesPerDay = 20;

/** The requests that may be asked: published, meant for municipalities, and not already asked about this house. */
async function askable(ctx: Ctx, propertyId: string, ids: readonly string[]) {
	const waiting = sql`exists (select from group_calls c join group_mixes m on m.id = c.mix_id
		where m.property_id = ${propertyId} and c.request_id = ${spaceRequests.id} and c.state = 'open')`;
	return ctx.db
		.select({ id: spaceRequests.id, title: spaceRequests.title, personId: actorProfiles.personId })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(
			and(
				inArray(spaceRequests.id, [...ids]),
				eq(spaceRequests.requestState, 'published'),
				inArray(spaceRequests.visibility, ['public', 'network', 'municipalities_only']),
				sql`not ${waiting}`
			)
		);
}

/**
 * Asks the requests of a use mix whether they want to become a group around the house. Everybody decides for themselves and hears no name before they
 * said yes. Returns how many were asked. Throws 401, 403, 404, 409 while the house is not public or fewer than two can be asked, 429.
 */
export async function callMix(ctx: Ctx, { propertyId, requests: ids, words }: CallInput & { propertyId: string }): Promise<number> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const property = await findProperty(ctx, propertyId);
	if (!isEditorOf(actor, property.ags)) throw forbidden('Zu einer Gruppe lädt ein, wer für die Kommune arbeitet.');
	const space = await findSpaceRow(ctx, property.id);
	if (!space) throw refused('not-public', 'Dieses Haus ist nicht öffentlich. Wer eingeladen wird, muss es ansehen können.');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`groups.mix.${property.id}`}))`);
		const asked = await askable(inside, property.id, ids);
		if (new Set(asked.map(({ personId }) => personId)).size < 2)
			throw refused(
				'too-few',
				'Für eine Gruppe braucht es mindestens zwei. Die anderen sind schon gefragt oder suchen nicht mehr.',
				'requests'
			);
		await countTry(inside, { what: 'group-mix', who: actor.id, limit: mixesPerDay, minutes: 1440 });
		const mixId = newId();
		await db.insert(groupMixes).values({ id: mixId, propertyId: property.id, words, byPersonId: actor.id, at: ctx.now });
		await db.insert(groupCalls).values(asked.map(({ id: requestId, personId }) => ({ id: newId(), mixId, requestId, personId })));
		for (const { personId, title } of asked) {
			const text = `Die Kommune lädt „${title}“ ein, mit anderen eine Gruppe um „${space.title}“ zu bilden. Wer die anderen sind, erfahrt Ihr, wenn Ihr ja sagt.`;
			await tellPerson(inside, personId, { title: 'Einladung zu einer Gruppe', text, href: '/konto/gruppen' });
		}
		return asked.length;
	});
}
