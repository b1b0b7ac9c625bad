import { and, eq, ne, sql } from 'drizzle-orm';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { groupMembers, groups } from '#modules/groups/server/tables.ts';
import { listOwnOrganisations } from '#modules/organisations/server/list-own-organisations.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { isDirect } from '#modules/procedures/procedure.ts';
import { followProcedure } from '#modules/procedures/server/follow-procedure.ts';
import { namedAmong, wasEverNamed } from '#modules/procedures/server/load-duties.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { isPublic } from '#modules/procedures/way.ts';
import type { Draft } from '../concept.ts';
import type { BeginInput } from '../forms.ts';
import { whyNotHandIn } from '../window.ts';
import { conceptMembers, concepts } from './tables.ts';

type Applicant = {
	name: string;
	groupId: string | null;
	organisationId: string | null;
	/** Who writes besides whoever begins. */ others: string[];
};

/** Whoever is named in the procedure writes along at none, whatever group they belong to. */
const isNamedIn = (procedureId: string) => sql<boolean>`exists (
	select from procedure_members m join people p on p.id = ${groupMembers.personId}
	where m.procedure_id = ${procedureId} and (m.person_id = p.id or (m.person_id is null and p.email_verified and p.email = m.email)))`;

async function asGroup(
	ctx: Ctx,
	groupId: string,
	{ procedureId, personId }: { procedureId: string; personId: string }
): Promise<Applicant> {
	const members = await ctx.db
		.select({ personId: groupMembers.personId, name: groups.name, state: groups.state, isNamed: isNamedIn(procedureId) })
		.from(groupMembers)
		.innerJoin(groups, eq(groups.id, groupMembers.groupId))
		.where(sql`${groups.id}::text = ${groupId}`);
	const me = members.find((one) => one.personId === personId);
	if (!me) throw notFound('Diese Gruppe gibt es nicht, oder Ihr gehört nicht dazu.');
	if (me.state === 'dissolved') throw refused('group-dissolved', 'Diese Gruppe hat sich aufgelöst.', 'groupId');
	const others = members.filter((one) => one.personId !== personId && !one.isNamed).map((one) => one.personId);
	return { name: me.name, groupId, organisationId: null, others };
}

async function applicantOf(
	ctx: Ctx,
	{ kind, name, groupId, organisationId }: BeginInput,
	{ procedureId, actor }: { procedureId: string; actor: { id: string; name: string } }
): Promise<Applicant> {
	const alone = { groupId: null, organisationId: null, others: [] };
	if (kind === 'person') return { ...alone, name: actor.name };
	if (kind === 'group') return groupId ? asGroup(ctx, groupId, { procedureId, personId: actor.id }) : { ...alone, name: name ?? '' };
	const own = (await listOwnOrganisations(ctx)).find(({ id, dormant }) => id === organisationId && dormant === null);
	if (!own) throw notFound('Diese Organisation gibt es nicht, oder Ihr gehört nicht dazu.');
	return { ...alone, name: own.name, organisationId: own.id };
}

/** The concept that is there already: begun twice by a double click, or by somebody else for the same. */
async function knownFor(
	ctx: Ctx,
	about: { procedureId: string; round: number; personId: string },
	{ name, groupId, organisationId }: Applicant
) {
	const same = groupId
		? eq(concepts.groupId, groupId)
		: organisationId
			? eq(concepts.organisationId, organisationId)
			: sql`exists (select from concept_members m where m.concept_id = ${concepts.id} and m.person_id = ${about.personId}::uuid)
				and coalesce(${concepts.draft}->'applicant'->>'name', ${name}) = ${name} and ${concepts.groupId} is null and ${concepts.organisationId} is null`;
	const here = and(eq(concepts.procedureId, about.procedureId), eq(concepts.round, about.round), ne(concepts.state, 'withdrawn'));
	const [known] = await ctx.db
		.select({
			id: concepts.id,
			isMine: sql<boolean>`exists (select from concept_members m where m.concept_id = ${concepts.id} and m.person_id = ${about.personId}::uuid)`
		})
		.from(concepts)
		.where(and(here, same))
		.limit(1);
	return known;
}

const draftFor = (kind: BeginInput['kind'], name: string, { name: contact, email }: { name: string; email: string }): Draft => ({
	...{ title: '', summary: '', answers: {}, costs: null, offerCents: null },
	applicant: { kind, name, contact, email, phone: '', members: kind === 'person' ? 1 : null }
});

/**
 * Begins a concept for a procedure that is open: alone, as a group, or for an organisation. All members of a group of the platform write along who are not named in the procedure. Begun
 * twice for the same it is the same one. Returns its id. Throws 401, 403, 404, 409, 429.
 */
export async function beginConcept(ctx: Ctx, { slug, input }: { slug: string; input: BeginInput }): Promise<string> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [procedure] = await db.select().from(procedures).where(eq(procedures.slug, slug)).for('share');
		if (!procedure || !isPublic(procedure.state)) throw notFound();
		if (await wasEverNamed(inside, procedure.id)) throw forbidden('Wer im Verfahren prüft, wertet oder öffnet, kann kein Konzept abgeben.');
		if (isDirect(procedure.kind))
			throw refused('direct', 'Hier steht die Gruppe fest. Was Ihr dazu sagen möchtet, schreibt bitte auf der Seite des Verfahrens.');
		const why = whyNotHandIn(procedure, { ofRound: 1, at: ctx.now });
		if (why) throw refused('not-in-time', why);
		const applicant = await applicantOf(inside, input, { procedureId: procedure.id, actor });
		await db.execute(
			sql`select pg_advisory_xact_lock(hashtextextended(${procedure.id + (applicant.groupId ?? applicant.organisationId ?? actor.id)}, 5))`
		);
		const known = await knownFor(inside, { procedureId: procedure.id, round: 1, personId: actor.id }, applicant);
		if (known?.isMine) return known.id;
		if (known)
			throw refused('begun-already', 'Dafür wird schon an einem Konzept geschrieben. Lasst Euch von dort zum Mitschreiben einladen.');
		await countTry(inside, { what: 'concept', who: actor.id, limit: 20, minutes: 1440 });
		const id = newId();
		const { groupId, organisationId, name, others } = applicant;
		const draft = draftFor(input.kind, name, actor);
		const values = { id, procedureId: procedure.id, groupId, organisationId, draft, createdAt: ctx.now, updatedAt: ctx.now };
		await db.insert(concepts).values(values);
		// whoever is named in the procedure stays outside, and nobody learns of it here
		const named = await namedAmong(inside, procedure.id, others);
		const writers = [actor.id, ...others.filter((one) => !named.has(one))].map((personId, n) => ({
			...{ conceptId: id, personId, joinedAt: ctx.now },
			role: n === 0 ? ('lead' as const) : ('writer' as const)
		}));
		await db.insert(conceptMembers).values(writers);
		await followProcedure(inside, procedure.id);
		return id;
	});
}
