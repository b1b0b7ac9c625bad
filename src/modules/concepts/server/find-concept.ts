import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Store } from '#lib/server/store.ts';
import { listOwnOrganisations } from '#modules/organisations/server/list-own-organisations.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { groupMembers, groups } from '#modules/groups/server/tables.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { isDirect } from '#modules/procedures/procedure.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedurePages } from '#modules/procedures/server/publication-tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { decidedStates } from '#modules/procedures/way.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { Content, Draft, State } from '../concept.ts';
import { noCosts } from '../costs.ts';
import { missingOf } from '../missing.ts';
import type { Receipt } from '#modules/records/receipt.ts';
import { sheetOf } from '../sheet.ts';
import { isInTime, whyClosed } from '../window.ts';
import { conceptForWriter, type Held, type OfProcedure, type WriterLine } from './internal/concept-for.ts';
import { filesOf } from './internal/pack.ts';
import { receiptFor } from './internal/receipt-for.ts';
import { markOf } from './internal/refuse-conflict.ts';
import { findConceptFile, type ReadFile } from './load-contents.ts';
import { moneyOf, textsOf } from './save-texts.ts';
import { conceptContents, conceptInvitations, conceptMembers, concepts } from './tables.ts';

export type ConceptLine = {
	id: string;
	title: string;
	procedureId: string;
	procedure: string;
	state: State;
	isInTime: boolean;
	isCancelled: boolean;
	isChanging: boolean;
	deadline: Date | null;
	round: number;
};

/** One's own concepts, the newest first. Throws 401. */
export async function listOwnConcepts(ctx: Ctx): Promise<ConceptLine[]> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const rows = await ctx.db
		.select({
			row: concepts,
			procedure: procedures.title,
			deadline: procedures.deadline,
			content: conceptContents.content,
			now: procedures.round,
			procedureState: procedures.state
		})
		.from(conceptMembers)
		.innerJoin(concepts, eq(concepts.id, conceptMembers.conceptId))
		.innerJoin(procedures, eq(procedures.id, concepts.procedureId))
		.leftJoin(conceptContents, eq(conceptContents.conceptId, concepts.id))
		.where(eq(conceptMembers.personId, actor.id))
		.orderBy(desc(concepts.createdAt), desc(concepts.id));
	return rows.map(({ row, procedure, deadline, content, now, procedureState }) => ({
		...{
			id: row.id,
			procedureId: row.procedureId,
			procedure,
			state: row.state,
			round: row.round,
			deadline: row.round === now ? deadline : null
		},
		...{ isInTime: row.round === now && isInTime({ deadline }, ctx.now), isChanging: row.state === 'submitted' && row.draft !== null },
		title: row.draft?.title || content?.title || '',
		isCancelled: procedureState === 'cancelled'
	}));
}

/** What stands above every page of a concept. */
export type ConceptHead = {
	id: string;
	title: string;
	state: State;
	round: number;
	isChanging: boolean;
	isWritable: boolean;
	isLead: boolean;
	/** Whether costs or a price are asked for. */
	hasMoney: boolean;
	/** Whether the group's letter is there. */
	isDecided: boolean;
	/** Whether what the procedure does now is about this concept, and not about a later stage of it. */
	isOfNow: boolean;
	wasHandedIn: boolean;
	/** Why nothing can be handed in any more. */
	why: string | null;
	procedure: Pick<OfProcedure, 'title' | 'slug' | 'deadline' | 'isDemo' | 'kind' | 'state'>;
};

async function headOf(ctx: Pick<Ctx, 'db' | 'now'>, { row, procedure, isLead }: Held): Promise<ConceptHead> {
	const { needsCosts, offerUnit } = sheetOf((await loadFrozen(ctx, procedure.id)).frozen, row.round);
	const why = whyClosed(procedure, { ofRound: row.round, at: ctx.now });
	const { title, slug, deadline, isDemo, kind, state } = procedure;
	return {
		...{
			id: row.id,
			title: row.draft?.title ?? '',
			state: row.state,
			round: row.round,
			isLead,
			why,
			hasMoney: needsCosts || offerUnit !== null,
			isDecided: row.state === 'opened' && row.round === procedure.round && decidedStates.includes(procedure.state),
			isOfNow: row.round === procedure.round,
			wasHandedIn: row.submittedAt !== null
		},
		...{ isChanging: row.state === 'submitted' && row.draft !== null, isWritable: row.draft !== null && why === null },
		procedure: { title, slug, deadline, isDemo, kind, state }
	};
}

/** The head for whoever writes it. Throws 401, 404. */
export async function findConceptHead(ctx: Ctx, id: string): Promise<ConceptHead> {
	return headOf(ctx, await conceptForWriter(ctx, id));
}

const emptyDraft: Draft = {
	...{ title: '', summary: '', answers: {}, costs: null, offerCents: null },
	applicant: { kind: 'group', name: '', contact: '', email: '', phone: '', members: null }
};

/** A concept with its form, files, costs and what is missing, for whoever writes it; after the opening what was handed in. Throws 401, 404. */
export async function findConcept(ctx: Ctx, id: string) {
	const held = await conceptForWriter(ctx, id);
	const { row, procedure } = held;
	const { frozen } = await loadFrozen(ctx, procedure.id);
	const sheet = sheetOf(frozen, row.round);
	const draft = row.draft ?? emptyDraft;
	const files = row.draft ? await filesOf(ctx, id) : [];
	const [opened] = await ctx.db.select({ content: conceptContents.content }).from(conceptContents).where(eq(conceptContents.conceptId, id));
	const [house] = await ctx.db.select({ areaM2: properties.usableAreaM2 }).from(properties).where(eq(properties.id, procedure.propertyId));
	return {
		...{ sheet, draft, costs: draft.costs ?? noCosts, areaM2: house?.areaM2 ?? null },
		...{ marks: { texts: markOf(textsOf(draft)), money: markOf(moneyOf(draft)) }, number: row.number },
		files: files.map(({ id, for: about, name, bytes, sealedAt, at }) => ({ id, for: about, name, bytes, isSealed: sealedAt !== null, at })),
		missing: row.draft ? missingOf(sheet, draft, files) : [],
		content: opened?.content ?? (null as Content | null),
		submittedAt: row.submittedAt
	};
}

/** Who writes it and who is asked to. Throws 401, 404. */
export async function findWriters(
	ctx: Ctx,
	id: string
): Promise<{ members: WriterLine[]; invitations: { id: string; email: string; at: Date }[] }> {
	const { members, isLead } = await conceptForWriter(ctx, id);
	const invitations = isLead
		? await ctx.db
				.select({ id: conceptInvitations.id, email: conceptInvitations.email, at: conceptInvitations.createdAt })
				.from(conceptInvitations)
				.where(and(eq(conceptInvitations.conceptId, id), isNull(conceptInvitations.endedAt)))
				.orderBy(asc(conceptInvitations.createdAt))
		: [];
	return { members, invitations };
}

/** The receipt for whoever writes it. Throws 401, 404. */
export async function findReceipt(ctx: Ctx, id: string): Promise<{ receipt: Receipt; procedure: string }> {
	const held = await conceptForWriter(ctx, id);
	return { receipt: await receiptFor(ctx, held.row), procedure: held.procedure.title };
}

/** A file for whoever writes the concept: before it is sealed, and after the opening. Throws 401, 404. */
export async function findOwnFile(ctx: Ctx, { id, fileId, store }: { id: string; fileId: string; store: Store }): Promise<ReadFile> {
	const { row } = await conceptForWriter(ctx, id);
	if (row.state === 'opened') return findConceptFile(ctx, { store, conceptId: id, fileId });
	const file = (await filesOf(ctx, id)).find((one) => one.id === fileId);
	if (!file) throw notFound();
	if (file.sealedAt) throw notFound('Diese Datei ist verschlossen. Lesen könnt Ihr sie nach der Öffnung wieder.');
	const bytes = await store.get(file.key);
	if (!bytes) throw notFound();
	return { name: file.name, contentType: file.contentType, bytes };
}

/** What somebody may begin a concept as, for a procedure that everybody may see, and what they have begun there. Throws 401, 404. */
export async function findJoining(ctx: Ctx, slug: string) {
	const isShown = and(eq(procedurePages.procedureId, procedures.id), isNull(procedurePages.withheldAt));
	const [found] = await ctx.db
		.select({ row: procedures })
		.from(procedures)
		.innerJoin(procedurePages, isShown)
		.where(eq(procedures.slug, slug));
	if (!found || isDirect(found.row.kind)) throw notFound();
	const [{ row }, { actor }] = [found, ctx];
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const own = await ctx.db
		.select({ id: groups.id, name: groups.name })
		.from(groupMembers)
		.innerJoin(groups, eq(groups.id, groupMembers.groupId))
		.where(and(eq(groupMembers.personId, actor.id), ne(groups.state, 'dissolved')))
		.orderBy(asc(groups.name));
	const organisations = (await listOwnOrganisations(ctx)).filter(({ dormant }) => dormant === null);
	const { frozen } = await loadFrozen(ctx, row.id);
	const begun = (await listOwnConcepts(ctx)).filter(({ procedureId, state }) => procedureId === row.id && state !== 'withdrawn');
	return {
		begun: begun.map(({ id, title, state }) => ({ id, title, state })),
		...{ slug, title: row.title, deadline: row.deadline, why: whyClosed(row, { ofRound: 1, at: ctx.now }) },
		...{ isNamed: (await loadDuties(ctx, row.id)).length > 0, sheet: sheetOf(frozen, 1), groups: own },
		organisations: organisations.map(({ id, name }) => ({ id, name }))
	};
}
