import { eq, inArray } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb, type Db } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { dayOf } from '#lib/calendar.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { newId } from '#lib/server/id.ts';
import { conversationMembers, conversationMessages, conversations } from '#modules/conversations/server/tables.ts';
import { groupSlug } from '#modules/groups/group.ts';
import { legalStepsOf } from '#modules/groups/legal-form.ts';
import * as tables from '#modules/groups/server/tables.ts';
import { slugOf } from '#modules/organisations/organisation.ts';
import { events, people } from '#modules/people/server/tables.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { demoGroups, type DemoGroup } from './demo-groups.ts';

type Stage = { db: Db; now: Date; store: House['store'] };
type Placed = { id: string; members: { id: string; personId: string }[] };
const hour = 3_600_000;
const before = ({ now }: Stage, hours: number) => new Date(now.getTime() - hours * hour);
const days = (n: number) => n * 24;

/** Somebody of the cast, or somebody made up who can never sign in: their address leads nowhere. */
async function personOf({ db }: Stage, who: string, name = who): Promise<string> {
	const known = cast[who as CastName];
	if (known) return known.id;
	const email = `${who}@gruppe.example`;
	await db.insert(people).values({ id: newId(), name, email, emailVerified: true }).onConflictDoNothing();
	const [row] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
	return row?.id ?? '';
}

async function placeOne(stage: Stage, told: DemoGroup): Promise<Placed> {
	const { db } = stage;
	const { name, idea, seeks, ags, house, state, ago, legal } = told;
	const [space] = await db.select({ id: spaces.id }).from(spaces).where(eq(spaces.title, house));
	const id = newId();
	const isShown = state === 'visible' || state === 'established';
	const members = [];
	for (const { who, name: called, speaks = false, named = false, ago: joined } of told.members)
		members.push({
			...{ id: newId(), groupId: id, personId: await personOf(stage, who, called), isSpeaker: speaks, isNamed: named },
			joinedAt: before(stage, days(joined))
		});
	await db.insert(tables.groups).values({
		...{ id, slug: groupSlug(slugOf(name), id), name, idea, seeks, ags, state, propertyId: space?.id, houseTitle: house, isDemo: true },
		...{ shownAt: isShown ? before(stage, days(ago / 2)) : null, townAt: told.isBeforeTown ? before(stage, days(10)) : null },
		...(state === 'dissolved' && {
			dissolvedAt: before(stage, days(20)),
			dissolvedWhy: 'Wir haben in Falkenberg ein kleineres Haus gefunden.'
		}),
		...{ legalForm: legal?.form, createdBy: members[0]?.personId, createdAt: before(stage, days(ago)), updatedAt: before(stage, days(2)) }
	});
	await db.insert(tables.groupMembers).values(members);
	return { id, members };
}

async function placeWork(stage: Stage, told: DemoGroup, { id: groupId, members }: Placed): Promise<void> {
	const { db } = stage;
	const createdAt = (i: number) => before(stage, days(told.ago) - i);
	const by = (n: number) => members[n]?.id ?? '';
	const roles = told.roles.map(([title, note, n], i) => ({
		...{ id: newId(), groupId, title, note, memberId: n === null ? null : by(n), createdAt: createdAt(i) }
	}));
	if (roles.length) await db.insert(tables.groupRoles).values(roles);
	const needs = told.needs.map(
		({ by: n, title, uses, area: [areaMinM2, areaMaxM2], monthly, days: on = [], parts: dayParts = [], noise }, i) => ({
			...{ id: newId(), groupId, memberId: by(n), title, uses, areaMinM2, areaMaxM2, maxMonthly: monthly ?? null },
			...{ days: on, dayParts, noise: noise ?? ('unknown' as const), createdAt: createdAt(i) }
		})
	);
	if (needs.length) await db.insert(tables.groupNeeds).values(needs);
	const ticks = (told.legal?.done ?? []).map(([step, n, ago]) => ({
		...{
			id: newId(),
			groupId,
			form: told.legal?.form ?? ('verein' as const),
			step,
			byPersonId: members[n]?.personId,
			at: before(stage, days(ago))
		}
	}));
	if (ticks.length) await db.insert(tables.groupTicks).values(ticks);
	for (const [who, name, text, ago] of told.knocks ?? [])
		await db
			.insert(tables.groupKnocks)
			.values({ id: newId(), groupId, personId: await personOf(stage, who, name), text, at: before(stage, days(ago)) });
}

/** A document with two versions: the older one is kept. */
async function placeDocument(
	stage: Stage,
	{ title, items, by }: NonNullable<DemoGroup['document']>,
	{ id: groupId, members }: Placed
): Promise<void> {
	const { db, now, store } = stage;
	const documentId = newId();
	await db.insert(tables.groupDocuments).values({ id: documentId, groupId, title, createdAt: before(stage, days(20)) });
	for (const [i, list] of [items.slice(0, -1), items].entries()) {
		const sender = { name: 'Leute fürs Gutshaus', tagline: 'Beispiel, erfunden' };
		const bytes = paperPdf({ title, date: dayOf(now), sender, accent: '#2a5a47', blocks: [{ kind: 'list', items: list }] });
		const key = `groups/${newId()}.pdf`;
		await store.put(key, bytes, 'application/pdf');
		await db.insert(tables.groupDocumentVersions).values({
			...{ id: newId(), documentId, number: i + 1, key, contentType: 'application/pdf', bytes: bytes.length },
			...{ byPersonId: members[by]?.personId, at: before(stage, days(20 - i * 15)) }
		});
	}
}

type Line = [kind: string, ago: number, data: Record<string, unknown>, by?: number];
const line = (kind: string, ago: number): Line => [kind, ago, {}, 0];

/** What happened, as commands would have written it down. */
async function placeTrail(stage: Stage, told: DemoGroup, { id, members }: Placed): Promise<void> {
	const { state, ago, legal } = told;
	const isShown = state === 'visible' || state === 'established';
	const lines: Line[] = [
		['founded', ago, { what: told.name }, 0],
		...members.slice(1).map(({ personId }, i): Line => ['joined', told.members[i + 1]?.ago ?? ago, { personId }]),
		...(isShown ? [line('show', ago / 2)] : []),
		...(told.isBeforeTown ? [line('turn', 10)] : []),
		...(legal?.done ?? []).map(([step, by, at]): Line => {
			const what = legalStepsOf(legal?.form ?? 'verein').find((one) => one.id === step)?.title;
			return ['legal_step', at, { what }, by];
		}),
		...(state === 'dissolved' ? [line('dissolve', 20)] : [])
	];
	await stage.db.insert(events).values(
		lines.map(([kind, at, data, by]) => ({
			...{ id: newId(), kind: `group.${kind}`, subjectId: id, data, at: before(stage, days(at)) },
			actorId: by === undefined ? (data.personId as string) : (members[by]?.personId ?? null)
		}))
	);
}

async function placeTalk(stage: Stage, { name, talk, ago }: DemoGroup, { id: groupId, members }: Placed): Promise<void> {
	const { db } = stage;
	const id = newId();
	const last = talk.at(-1)?.[1] ?? days(ago);
	await db.insert(conversations).values({
		...{ id, subjectType: 'group', subjectId: groupId, title: name, address: `/konto/gruppen/${groupId}`, state: 'open' as const },
		...{ lastNumber: talk.length, createdAt: before(stage, days(ago)), lastAt: before(stage, last) }
	});
	const joinedAt = before(stage, days(ago));
	await db
		.insert(conversationMembers)
		.values(members.map(({ personId }) => ({ conversationId: id, personId, joinedAt, readUntil: talk.length })));
	for (const [i, [by, hours, text]] of talk.entries())
		await db
			.insert(conversationMessages)
			.values({ id: newId(), conversationId: id, number: i + 1, authorId: members[by]?.personId, text, at: before(stage, hours) });
}

/** The town asks Amira's and Jonas' requests whether they would fill its inn together; Jonas has not answered yet, nor has she. */
async function placeCall(stage: Stage): Promise<void> {
	const { db } = stage;
	const [space] = await db.select({ id: spaces.id }).from(spaces).where(eq(spaces.title, 'Gasthof am Marktplatz'));
	const slugs = ['offene-werkstatt-und-cafe-angermuende', 'buehne-am-gleis-fichtelgebirge'];
	const asked = await db
		.select({ id: spaceRequests.id, slug: spaceRequests.slug })
		.from(spaceRequests)
		.where(inArray(spaceRequests.slug, slugs));
	if (!space || asked.length < 2) return;
	const mixId = newId();
	const words = 'Werkstatt und Café vorn, Bühne im Saal: Im Gasthof am Markt wäre für beides Platz. Mögen Sie einander kennenlernen?';
	await db
		.insert(tables.groupMixes)
		.values({ id: mixId, propertyId: space.id, words, byPersonId: cast.ines.id, at: before(stage, days(3)) });
	await db.insert(tables.groupCalls).values(
		asked.map(({ id: requestId, slug }) => ({
			...{ id: newId(), mixId, requestId, personId: slug.startsWith('offene') ? cast.amira.id : cast.jonas.id }
		}))
	);
}

/** Groups in every state around houses of the demo: shown and talking to its town, hidden, with a legal form, dissolved; and an invitation of a town. */
export async function placeGroups({ pool, store }: { pool: Pool; store: House['store'] }, now: Date): Promise<void> {
	const stage: Stage = { db: openDb(pool), now, store };
	for (const told of demoGroups) {
		const placed = await placeOne(stage, told);
		await placeWork(stage, told, placed);
		if (told.document) await placeDocument(stage, told.document, placed);
		await placeTrail(stage, told, placed);
		await placeTalk(stage, told, placed);
	}
	await placeCall(stage);
}
