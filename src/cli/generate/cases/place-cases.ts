import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb, type Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { berlinMoment } from '#lib/text/berlin.ts';
import * as tables from '#modules/cases/server/case-tables.ts';
import { networks } from '#modules/networks/server/tables.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { demoCases, type DemoCase } from './demo-cases.ts';

type Stage = { db: Db; now: Date; networkId: string | null };
type Placed = { id: string; desk: string; parties: string[] };
const day = 86_400_000;
const before = ({ now }: Stage, days: number) => new Date(now.getTime() - days * day);
const dayIn = ({ now }: Stage, days: number) => dayOf(new Date(now.getTime() + days * day));

function statesOf(stage: Stage, { state, next, sleep, outcome, rejected, escalated, assignee, backup }: DemoCase) {
	const ended = outcome?.[1] ?? rejected?.[0];
	return {
		...{ state, assigneeId: assignee?.id, backupId: backup?.id, nextStep: next?.[0], nextStepOn: next && dayIn(stage, next[1]) },
		...(sleep && { sleepFrom: 'clarifying' as const, sleepUntil: dayIn(stage, sleep[0]), sleepReason: sleep[1] }),
		...(outcome && { outcome: outcome[0], lesson: outcome[2] }),
		...(ended !== undefined && { closedAt: before(stage, ended) }),
		...(escalated && {
			escalatedAt: before(stage, 5),
			escalatedTo: 'network' as const,
			escalatedWhy: escalated,
			networkId: stage.networkId
		})
	};
}

async function placeOne(stage: Stage, told: DemoCase): Promise<Placed> {
	const { db, now, networkId } = stage;
	const { ags, holder = 'organisation', title, summary, origin, ago, wordAfter, house, parties } = told;
	const organisationId = await ensureMunicipalityOrganisation({ db, now }, ags);
	const [id, at] = [newId(), before(stage, ago)];
	await db.insert(tables.cases).values({
		...{ id, title, summary, origin, organisationId, holder, topic: 'spaces', promisedDays: 5, isDemo: true, waitingSince: at },
		...{
			networkId: holder === 'network' ? networkId : null,
			...statesOf(stage, told),
			createdAt: at,
			updatedAt: before(stage, Math.min(ago, 3))
		},
		firstWordAt: wordAfter === undefined ? null : before(stage, ago - wordAfter)
	});
	const [property] = house ? await db.select({ id: properties.id }).from(properties).where(eq(properties.title, house)) : [];
	if (property) await db.insert(tables.caseSubjects).values({ id: newId(), caseId: id, propertyId: property.id });
	const rows = parties.map(({ id: personId, access = 'shared', ...party }) => ({
		id: newId(),
		caseId: id,
		personId,
		access,
		joinedAt: at,
		...party
	}));
	if (rows.length) await db.insert(tables.caseParties).values(rows);
	const desks = { organisation: `organisation:${organisationId}`, network: `network:${networkId}`, office: 'office' };
	return { id, desk: desks[holder], parties: rows.map((row) => row.id) };
}

async function placeHistory(stage: Stage, { state, ago, assignee, sleep, outcome, rejected }: DemoCase, { id }: Placed): Promise<void> {
	const step = { caseId: id, machine: 'case' as const, subjectId: id, byPersonId: assignee?.id ?? null };
	const ended = outcome ? { step: 'close', at: before(stage, outcome[1]), isShared: true } : null;
	const refused = rejected ? { step: 'reject', at: before(stage, rejected[0]), reason: rejected[1], isShared: true } : null;
	const slept = sleep ? { step: 'sleep', at: before(stage, Math.min(ago, 40)), reason: sleep[1] } : null;
	const names: Partial<Record<typeof state, string>> = { clarifying: 'clarify', matching: 'mediate', in_award: 'award' };
	const moved = names[state] ? { step: names[state], at: before(stage, Math.min(ago, 9)) } : null;
	const last = ended ?? refused ?? slept ?? moved;
	const taken = assignee
		? [{ ...step, id: newId(), step: 'accept', from: 'new', to: 'accepted', at: before(stage, Math.max(ago - 1, 0)) }]
		: [];
	await stage.db
		.insert(tables.caseStepsTaken)
		.values([
			{ ...step, id: newId(), step: 'open', from: 'none', to: 'new', at: before(stage, ago) },
			...taken,
			...(last ? [{ ...step, id: newId(), from: 'accepted', to: state, ...last }] : [])
		]);
}

async function placeWords(stage: Stage, told: DemoCase, { id, desk, parties }: Placed): Promise<void> {
	const { db, now } = stage;
	const byPersonId = told.assignee?.id ?? null;
	for (const [ago, text] of told.internal ?? [])
		await db.insert(tables.caseInternalNotes).values({ id: newId(), caseId: id, desk, text, byPersonId, at: before(stage, ago) });
	for (const [ago, text, by] of told.shared ?? []) {
		const from =
			by === undefined ? { byPersonId, isFromDesk: true } : { byPersonId: told.parties[by]?.id, partyId: parties[by], isFromDesk: false };
		await db.insert(tables.caseSharedNotes).values({ id: newId(), caseId: id, text, ...from, at: before(stage, ago) });
	}
	for (const { to, due, ...one } of told.recommendations ?? []) {
		const dueOn = due === undefined ? null : dayIn(stage, due);
		const stamp = { createdBy: byPersonId, createdAt: before(stage, Math.min(told.ago, 10)), updatedAt: now };
		await db
			.insert(tables.recommendations)
			.values({ id: newId(), caseId: id, ...one, dueOn, partyId: to === undefined ? null : parties[to], ...stamp });
	}
}

async function placeMeetings(stage: Stage, { viewings, introduction, assignee }: DemoCase, { id, parties }: Placed): Promise<void> {
	const { db, now } = stage;
	const createdBy = assignee?.id ?? null;
	for (const [title, inDays, place, capacity, coming, isPublic = false] of viewings ?? []) {
		const startsAt = berlinMoment(`${dayIn(stage, inDays)}T14:00`) ?? now;
		const [viewingId, endsAt] = [newId(), new Date(startsAt.getTime() + 90 * 60_000)];
		await db
			.insert(tables.viewings)
			.values({ id: viewingId, caseId: id, title, place, capacity, isPublic, startsAt, endsAt, createdBy, createdAt: now, updatedAt: now });
		for (const n of coming)
			await db
				.insert(tables.viewingGuests)
				.values({ id: newId(), viewingId, partyId: parties[n] ?? '', people: 2, state: 'coming', at: now });
	}
	if (!introduction) return;
	const [first, second, text, agreed] = introduction;
	await db.insert(tables.introductions).values({
		...{
			id: newId(),
			caseId: id,
			firstId: parties[first] ?? '',
			secondId: parties[second] ?? '',
			text,
			createdBy,
			createdAt: before(stage, 4)
		},
		...{
			firstAgreedAt: agreed.includes('first') ? before(stage, 3) : null,
			secondAgreedAt: agreed.includes('second') ? before(stage, 3) : null
		}
	});
}

/** Cases in every state around Angermünde, Herzberg and Wunsiedel. */
export async function placeCases(pool: Pool, now: Date): Promise<void> {
	const db = openDb(pool);
	const [network] = await db.select({ id: networks.id }).from(networks).where(eq(networks.slug, 'helle-orte'));
	const stage: Stage = { db, now, networkId: network?.id ?? null };
	for (const told of demoCases) {
		const placed = await placeOne(stage, told);
		await placeHistory(stage, told, placed);
		await placeWords(stage, told, placed);
		await placeMeetings(stage, told, placed);
	}
}
