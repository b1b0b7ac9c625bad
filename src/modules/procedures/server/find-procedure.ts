import { asc, desc, eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { units } from '#modules/properties/server/tables.ts';
import { leavesOf } from '../criteria.ts';
import { effortOf } from '../effort.ts';
import { checklistOf, toClarify, type Asked } from '../preflight.ts';
import { priceScaleOf } from '../price.ts';
import { hasOwner, isOwner, isTown } from '../policy.ts';
import { isDirect, isWritable, kindRules } from '../procedure.ts';
import { roleWarningsOf, type Role } from '../roles.ts';
import { findingsOf } from '../timeline.ts';
import { warningsOf } from '../warnings.ts';
import { isPublic } from '../way.ts';
import { missingOf } from '../whole.ts';
import { contestOf, firmnessOf, rankingOf } from '../score.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadGrant } from './internal/load-grant.ts';
import { loadMembers, type ListedMember } from './internal/load-members.ts';
import { procedureAtDesk, procedureToRead, type House, type ProcedureRow } from './internal/procedure-for.ts';
import { loadNominations } from './list-nominations.ts';
import { loadDuties } from './load-duties.ts';
import { loadPartner } from './load-partner.ts';
import { procedureSteps, procedureTrials, procedureUnits } from './tables.ts';

export type { House, ListedMember, ProcedureRow };

/** What stands above every page of a procedure. */
export type ProcedureHead = Pick<ProcedureRow, 'id' | 'number' | 'title' | 'kind' | 'state' | 'round' | 'slug' | 'isDemo'> & {
	town: string;
	isDesk: boolean;
	/** Whether it is their own private house. */
	isOwner: boolean;
	/** Whether they run it for the municipality. */
	isTown: boolean;
	isWritable: boolean;
	/** As what whoever asks is named in it. */
	roles: Role[];
	/** As what those are named for whom they stand in. */
	standsFor: Role[];
	isOpener: boolean;
};

/** The head for whoever may read at least the call. Throws 401 and 404. */
export async function findProcedureHead(ctx: Ctx, procedureId: string): Promise<ProcedureHead> {
	const { row, house, isDesk } = await procedureToRead(ctx, procedureId);
	const { id, number, title, kind, state, round, slug, isDemo } = row;
	const duties = await loadDuties(ctx, procedureId);
	const members = duties.some(({ deputyFor }) => deputyFor) ? await loadMembers(ctx, procedureId, { withLeft: true }) : [];
	const standsFor = members.filter((member) => duties.some(({ deputyFor }) => deputyFor === member.id)).map(({ role }) => role);
	return {
		...{ id, number, title, kind, state, round, slug, isDemo, town: house.town, isDesk, isWritable: isDesk && isWritable(state) },
		...{ isOwner: isOwner(ctx.actor, house), isTown: isTown(ctx.actor, house) },
		...{ roles: [...new Set(duties.map(({ role }) => role))], standsFor, isOpener: duties.some(({ isOpener }) => isOpener) }
	};
}

/** Who began it, who changed its state, and why, the newest first. */
async function historyOf({ db }: Ctx, id: string) {
	return db
		.select({
			...{ id: procedureSteps.id, step: procedureSteps.step, to: procedureSteps.to, reason: procedureSteps.reason },
			...{ at: procedureSteps.at, by: people.name }
		})
		.from(procedureSteps)
		.leftJoin(people, eq(people.id, procedureSteps.byPersonId))
		.where(eq(procedureSteps.procedureId, id))
		.orderBy(desc(procedureSteps.at), desc(procedureSteps.id))
		.limit(100);
}

const preflightOf = ({ kind, transfer, priceRule, preflight }: ProcedureRow, { isMunicipal, heritage, ownerPersonId }: House): Asked[] =>
	checklistOf({ kind, transfer, priceRule, isMunicipal, heritage, isOnBehalf: !isMunicipal && !ownerPersonId }, preflight);

/** The overview for the office: what it is about, what is missing, what stands out, what happened. Throws 401 and 404. */
export async function findProcedure(ctx: Ctx, id: string) {
	const { row, house } = await procedureAtDesk(ctx, id);
	const [criteria, members, grant] = [await loadCriteria(ctx, id), await loadMembers(ctx, id), await loadGrant(ctx, id)];
	const partner = await loadPartner(ctx, id);
	const today = dayOf(ctx.now);
	const chosen = await ctx.db.select({ unitId: procedureUnits.unitId }).from(procedureUnits).where(eq(procedureUnits.procedureId, id));
	const { kind, decidingBody: body, priceRule, priceShare, timeline } = row;
	const hints = {
		...(isDirect(kind)
			? {}
			: { kriterien: kindRules[kind].hasCriteria ? warningsOf({ areas: criteria.areas, priceRule, priceShare }).length : 0 }),
		zeitplan: findingsOf(kind, timeline, today).filter((finding) => finding.kind === 'warning').length,
		beteiligte: roleWarningsOf({ kind, body, members }).length,
		klaeren: toClarify(preflightOf(row, house))
	};
	return {
		...{ row, house, units: await listUnitNames(ctx, house.id), unitIds: chosen.map(({ unitId }) => unitId) },
		...{ grant, partner, isOwners: hasOwner(house) },
		...{ hints, missing: missingOf({ procedure: row, house, criteria, members, today, grant, partner }), history: await historyOf(ctx, id) }
	};
}

/** The units of a house by id, as a choice. The caller has asked who reads. */
export async function listUnitNames(ctx: Pick<Ctx, 'db'>, propertyId: string): Promise<Record<string, string>> {
	const rows = await ctx.db
		.select({ id: units.id, label: units.label })
		.from(units)
		.where(eq(units.propertyId, propertyId))
		.orderBy(asc(units.position), asc(units.id));
	return Object.fromEntries(rows.map(({ id, label }) => [id, label]));
}

/** The tree with what stands out, and the work it asks for. Throws 401 and 404. */
export async function findCriteria(ctx: Ctx, id: string) {
	const { row } = await procedureAtDesk(ctx, id);
	const criteria = await loadCriteria(ctx, id);
	const { kind, priceRule, priceShare, hours: own, version } = row;
	return {
		...{ criteria, kind, priceRule, priceShare, own, version },
		warnings: kindRules[kind].hasCriteria ? warningsOf({ areas: criteria.areas, priceRule, priceShare }) : [],
		effort: effortOf({ kind, criteria, own })
	};
}

/** The days with what is wrong with them, as long as something can be done about it. Throws 401 and 404. */
export async function findTimeline(ctx: Ctx, id: string) {
	const { row } = await procedureAtDesk(ctx, id);
	return {
		kind: row.kind,
		version: row.version,
		timeline: row.timeline,
		findings: isPublic(row.state) ? null : findingsOf(row.kind, row.timeline, dayOf(ctx.now))
	};
}

/** Who takes part, with what stands out. Throws 401 and 404. */
export async function findMembers(ctx: Ctx, id: string) {
	const { row } = await procedureAtDesk(ctx, id);
	const all = await loadMembers(ctx, id, { withLeft: true });
	const members = all.filter(({ leftAt }) => !leftAt);
	const warnings = roleWarningsOf({ kind: row.kind, body: row.decidingBody, members });
	return { members, warnings, left: all.filter(({ leftAt }) => leftAt), nominations: await loadNominations(ctx, id) };
}

/** The questions to settle. Throws 401 and 404. */
export async function findPreflight(ctx: Ctx, id: string) {
	const { row, house } = await procedureAtDesk(ctx, id);
	return { version: row.version, checklist: preflightOf(row, house) };
}

/** The rehearsal: invented concepts, their ranking by the weights that stand and, where given, by others that are only tried. Throws 401 and 404. */
export async function findRehearsal(ctx: Ctx, id: string, tried: ReadonlyMap<string, number>) {
	const { row } = await procedureAtDesk(ctx, id);
	const leaves = leavesOf(await loadCriteria(ctx, id));
	const concepts = await ctx.db
		.select()
		.from(procedureTrials)
		.where(eq(procedureTrials.procedureId, id))
		.orderBy(asc(procedureTrials.position), asc(procedureTrials.id));
	const rules = { price: priceScaleOf(row), tieRule: row.tieRule };
	const contest = contestOf(leaves, concepts, rules);
	const other = leaves.map((leaf) => ({ ...leaf, weight: tried.get(leaf.id) ?? leaf.weight }));
	const isTried = other.some(({ weight }, n) => weight !== leaves[n]?.weight);
	const canTry = contest.items.some(({ weight }) => weight > 0n) && concepts.length > 0;
	return {
		...{
			leaves,
			concepts,
			tieRule: row.tieRule,
			hasPrice: rules.price !== null,
			items: contest.items.map(({ id, title }) => ({ id, title }))
		},
		ranking: canTry ? rankingOf(contest) : [],
		firmness: canTry && concepts.length > 1 ? firmnessOf(contest) : [],
		tried: isTried && canTry ? rankingOf(contestOf(other, concepts, rules)) : null
	};
}
export type Rehearsal = Awaited<ReturnType<typeof findRehearsal>>;
