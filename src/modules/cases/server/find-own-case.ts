import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { networks } from '#modules/networks/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { partyRoles, type CaseState, type Outcome } from '../case.ts';
import type { IntroductionState } from '../introduction.ts';
import { caseParties, cases, caseSharedNotes, introductions } from './case-tables.ts';
import { historyOf, type TakenStep } from './find-case.ts';
import { caseAsParty, deskOf, isParty, type AsParty, type PartyRow } from './internal/case-for.ts';
import { listInternal, type Note } from './list-case-notes.ts';
import { documentsOf, type CaseDocument } from './list-documents.ts';
import { listOf, type Recommended } from './list-recommendations.ts';
import { viewingsOf, type Viewing } from './list-viewings.ts';

export type SharedNote = { id: string; text: string; by: string; at: Date; isOwn: boolean };
export type Introduction = {
	id: string;
	text: string;
	state: IntroductionState;
	/** Who it is, as the party may know it: the role, and the name once both agreed. */
	other: string;
	hasAgreed: boolean;
	contact: { name: string; email: string | null; phone: string | null } | null;
	/** Both agreed, and the other side has an account to speak with. */
	mayTalk: boolean;
};
export type OwnViewing = Omit<Viewing, 'guests' | 'createdBy' | 'remindedAt' | 'caseId'> & { mine: Viewing['guests'][number] | null };
export type OwnCase = {
	case: { id: string; number: number; title: string; summary: string; state: CaseState; outcome: Outcome | null; createdAt: Date };
	role: PartyRow['role'];
	/** Who leads it, and who is responsible there. */
	office: string;
	assignee: string | null;
	others: string[];
	notes: SharedNote[];
	internal: Note[] | null;
	recommendations: Recommended[];
	documents: CaseDocument[];
	viewings: OwnViewing[];
	introductions: Introduction[];
	history: Omit<TakenStep, 'by'>[];
};

/** Offices and organisations are named; a person is a role until both sides agreed to be introduced. */
const asSeen = (party: PartyRow, known: ReadonlySet<string>): string =>
	party.organisationId || known.has(party.id) ? party.name : partyRoles[party.role];

async function introductionsOf(ctx: Ctx, { party, row }: AsParty): Promise<{ list: Introduction[]; known: Set<string> }> {
	const mine = or(eq(introductions.firstId, party.id), eq(introductions.secondId, party.id));
	const rows = await ctx.db
		.select({ one: introductions, other: caseParties, account: people.email })
		.from(introductions)
		.innerJoin(
			caseParties,
			and(sql`${caseParties.id} in (${introductions.firstId}, ${introductions.secondId})`, ne(caseParties.id, party.id))
		)
		.leftJoin(people, eq(people.id, caseParties.personId))
		.where(and(eq(introductions.caseId, row.id), mine))
		.orderBy(asc(introductions.createdAt), asc(introductions.id));
	const known = new Set(rows.filter(({ one }) => one.state === 'agreed').map(({ other }) => other.id));
	const list = rows.map(({ one, other, account }) => ({
		...{ id: one.id, text: one.text, state: one.state, other: asSeen(other, known) },
		hasAgreed: (one.firstId === party.id ? one.firstAgreedAt : one.secondAgreedAt) !== null,
		mayTalk: one.state === 'agreed' && other.personId !== null,
		contact: one.state === 'agreed' ? { name: other.name, email: other.email ?? account, phone: other.phone } : null
	}));
	return { list, known };
}

type Office = { name: string; assignee: string | null };
async function officeOf(ctx: Ctx, { row, organisation }: AsParty): Promise<Office> {
	const [network] = row.networkId ? await ctx.db.select({ name: networks.name }).from(networks).where(eq(networks.id, row.networkId)) : [];
	const [assignee] = row.assigneeId ? await ctx.db.select({ name: people.name }).from(people).where(eq(people.id, row.assigneeId)) : [];
	const names = { organisation: organisation.name, network: `Büro von „${network?.name ?? ''}“`, office: 'Netzwerkbüro' };
	return { name: names[row.holder], assignee: assignee?.name || null };
}

async function notesOf(
	ctx: Ctx,
	{ row, party }: AsParty,
	{ known, office }: { known: Set<string>; office: string }
): Promise<SharedNote[]> {
	const rows = await ctx.db
		.select({ note: caseSharedNotes, party: caseParties })
		.from(caseSharedNotes)
		.leftJoin(caseParties, eq(caseParties.id, caseSharedNotes.partyId))
		.where(eq(caseSharedNotes.caseId, row.id))
		.orderBy(desc(caseSharedNotes.at), desc(caseSharedNotes.id))
		.limit(500);
	return rows.map(({ note: { id, text, at, isFromDesk }, party: by }) => {
		const isOwn = by?.id === party.id;
		const from = by ? asSeen(by, known) : isFromDesk ? office : 'war beteiligt';
		return { id, text, at, isOwn, by: isOwn ? 'Sie' : from };
	});
}

async function viewingsFor(ctx: Ctx, { row, party }: AsParty): Promise<OwnViewing[]> {
	return (await viewingsOf(ctx, row.id)).map(({ guests, createdBy: _, remindedAt: _at, caseId: _id, ...viewing }) => ({
		...viewing,
		mine: guests.find(({ partyId }) => partyId === party.id) ?? null
	}));
}

/** A case as one of its parties reads it: only what is shared, of other people no more than their role until both agreed. 404 for everybody else. */
export async function findOwnCase(ctx: Ctx, id: string): Promise<OwnCase> {
	const found = await caseAsParty(ctx, id);
	const { row, party } = found;
	const { number, title, summary, state, outcome, createdAt } = row;
	const { list, known } = await introductionsOf(ctx, found);
	const office = await officeOf(ctx, found);
	const isInside = party.access === 'internal';
	const taking = and(eq(caseParties.caseId, id), isNull(caseParties.endedAt), ne(caseParties.id, party.id));
	const others = await ctx.db.select().from(caseParties).where(taking).orderBy(asc(caseParties.joinedAt), asc(caseParties.id));
	return {
		...{
			case: { id, number, title, summary, state, outcome, createdAt },
			role: party.role,
			office: office.name,
			assignee: office.assignee
		},
		...{ others: others.filter(({ access }) => access !== 'none').map((other) => asSeen(other, known)), introductions: list },
		notes: await notesOf(ctx, found, { known, office: office.assignee ? `${office.assignee}, ${office.name}` : office.name }),
		internal: isInside ? await listInternal(ctx, { caseId: id, desk: deskOf(row) }) : null,
		recommendations: (await listOf(ctx, id, party.id)).map((one) => ({ ...one, partyName: null })),
		documents: (await documentsOf(ctx, id, isInside ? deskOf(row) : null)).map((file) => ({ ...file, by: null })),
		viewings: await viewingsFor(ctx, found),
		history: (await historyOf(ctx, id, { shared: true })).filter(({ machine }) => machine === 'case').map(({ by: _, ...step }) => step)
	};
}

export type ListedOwnCase = { id: string; number: number; title: string; state: CaseState; office: string; updatedAt: Date };

/** The cases in which somebody takes part and reads along, the newest first. */
export async function listOwnCases(ctx: Ctx): Promise<ListedOwnCase[]> {
	if (!ctx.actor) throw unauthenticated();
	return ctx.db
		.selectDistinct({
			...{ id: cases.id, number: cases.number, title: cases.title, state: cases.state, office: organisations.name },
			updatedAt: cases.updatedAt
		})
		.from(caseParties)
		.innerJoin(cases, eq(cases.id, caseParties.caseId))
		.innerJoin(organisations, eq(organisations.id, cases.organisationId))
		.where(and(isNull(caseParties.endedAt), ne(caseParties.access, 'none'), isParty(ctx)))
		.orderBy(desc(cases.updatedAt), desc(cases.id))
		.limit(200);
}
